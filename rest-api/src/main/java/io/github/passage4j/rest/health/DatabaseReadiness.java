package io.github.passage4j.rest.health;

import io.github.passage4j.core.persistence.SchemaMigration;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * The app can work when its database answers. Passage's keys are no condition: without them the API still answers, and says so.
 *
 * <p>Plain JDBC, because an entity manager that is first used here is bound to the wrong application.
 */
@Readiness
@ApplicationScoped
public class DatabaseReadiness implements HealthCheck {

    private static final int PATIENCE_SECONDS = 2;

    private static final System.Logger LOG = System.getLogger(DatabaseReadiness.class.getName());

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("app database").status(answers()).build();
    }

    private static boolean answers() {
        try (Connection connection =
                ((DataSource) new InitialContext().lookup(SchemaMigration.DATA_SOURCE)).getConnection()) {
            return connection.isValid(PATIENCE_SECONDS);
        } catch (SQLException | NamingException e) {
            LOG.log(System.Logger.Level.WARNING, "The app''s database does not answer: {0}", e.getMessage());
            return false;
        }
    }
}
