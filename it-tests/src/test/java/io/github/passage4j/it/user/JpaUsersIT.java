package io.github.passage4j.it.user;

import io.github.passage4j.core.MovableClock;
import io.github.passage4j.core.config.PassageClock;
import io.github.passage4j.core.user.Users;
import io.github.passage4j.core.user.UsersContract;
import io.github.passage4j.it.support.Archives;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.TargetsContainer;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtendWith;

/** The same contract as the adapter in memory, on JPA and Derby in the container. */
@ExtendWith(ArquillianExtension.class)
class JpaUsersIT extends UsersContract {

    @Inject
    Users users;

    @Resource(lookup = "jdbc/passage-app")
    DataSource database;

    @Deployment
    @TargetsContainer("api")
    static WebArchive deployment() {
        return Archives.restApiWith(JpaUsersIT.class)
                .addClasses(UsersContract.class, MovableClock.class, TestClock.class, TestClockProducer.class);
    }

    @Override
    protected Users users() {
        TestClock.follow(clock);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("DELETE FROM app_user");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return users;
    }

    /** Gives the container a clock that each test can exchange for its own. */
    @Alternative
    @Priority(1)
    @ApplicationScoped
    static class TestClockProducer {

        @Produces
        @Singleton
        @PassageClock
        Clock clock() {
            return new TestClock();
        }
    }

    /** The clock of the test that runs. */
    static class TestClock extends Clock {

        private static final AtomicReference<Clock> CURRENT = new AtomicReference<>(Clock.systemUTC());

        static void follow(Clock clock) {
            CURRENT.set(clock);
        }

        @Override
        public Instant instant() {
            return CURRENT.get().instant();
        }

        @Override
        public ZoneId getZone() {
            return CURRENT.get().getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return CURRENT.get().withZone(zone);
        }
    }
}
