package io.github.passage4j.it.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.passage4j.core.user.User;
import io.github.passage4j.core.user.UserExistsException;
import io.github.passage4j.core.user.UserProvisioning;
import io.github.passage4j.core.user.UserProvisioning.Provisioned;
import io.github.passage4j.core.user.Users;
import io.github.passage4j.it.support.Archives;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.TargetsContainer;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Provisioning and storing in the container: CDI, JPA, migrations and Derby, all real. */
@ExtendWith(ArquillianExtension.class)
class UserStoreIT {

    private static final int CALLERS = 50;

    @Inject
    UserProvisioning provisioning;

    @Inject
    Users users;

    @Resource(lookup = "jdbc/passage-app")
    DataSource database;

    @Deployment
    @TargetsContainer("api")
    static WebArchive deployment() {
        return Archives.restApiWith(UserStoreIT.class);
    }

    @Test
    void runsOnDerbyWithTheSchemaMigrated() throws SQLException {
        try (Connection connection = database.getConnection()) {
            assertThat(connection.getMetaData().getDatabaseProductName()).isEqualTo("Apache Derby");
        }
        assertThat(users.findByPassageId(newPassageId())).isEmpty();
    }

    @Test
    void createsTheRowOnceAndFindsItEverAfter() {
        String passageId = newPassageId();

        Provisioned first = provisioning.findOrCreate(passageId, "  Ada Lovelace ");
        Provisioned second = provisioning.findOrCreate(passageId, "Somebody Else");

        assertThat(first.created()).isTrue();
        assertThat(second.created()).isFalse();
        assertThat(second.user().id()).isEqualTo(first.user().id());
        assertThat(second.user().name()).isEqualTo("Ada Lovelace");
    }

    @Test
    void keepsNamesAndTimesAsTheyWere() {
        String passageId = newPassageId();
        String name = "\uD83E\uDD16".repeat(98) + "\u05D0\u0301";
        Instant before = Instant.now().truncatedTo(ChronoUnit.MICROS);

        provisioning.findOrCreate(passageId, name);

        User stored = users.findByPassageId(passageId).orElseThrow();
        assertThat(stored.name()).isEqualTo(name);
        assertThat(stored.createdAt()).isBetween(before, Instant.now()).isEqualTo(stored.updatedAt());
    }

    @Test
    void createsARowWithoutANameWhenNoneIsKnown() {
        String passageId = newPassageId();

        provisioning.findOrCreate(passageId, null);

        assertThat(users.findByPassageId(passageId).orElseThrow().name()).isNull();
    }

    @Test
    void refusesASecondRowOfTheSamePassageUser() {
        String passageId = newPassageId();
        users.add(User.create(passageId, null, Instant.now()));

        assertThatThrownBy(() -> users.add(User.create(passageId, null, Instant.now())))
                .isInstanceOf(UserExistsException.class);
    }

    @Test
    void makesOneRowForManyCallersAtOnce() throws Exception {
        String passageId = newPassageId();
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        List<Future<Provisioned>> answers = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            answers.add(callers.submit(() -> {
                start.await();
                return provisioning.findOrCreate(passageId, "Ada");
            }));
        }

        start.countDown();

        List<Provisioned> provisioned = new ArrayList<>();
        for (Future<Provisioned> answer : answers) {
            provisioned.add(answer.get());
        }
        callers.shutdown();
        assertThat(provisioned).filteredOn(Provisioned::created).hasSize(1);
        assertThat(provisioned)
                .extracting(each -> each.user().id())
                .containsOnly(provisioned.get(0).user().id());
    }

    private static String newPassageId() {
        return UUID.randomUUID().toString().replace("-", "").substring(0, 24);
    }
}
