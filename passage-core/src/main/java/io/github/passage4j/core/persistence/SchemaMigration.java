package io.github.passage4j.core.persistence;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Brings the app's tables up to date before the first request. Several archives may carry it: the first does the work, the others find it
 * done; databases that can, lock meanwhile. An app without the data source authenticates all the same, and keeps no rows.
 */
@ApplicationScoped
public class SchemaMigration {

    private static final System.Logger LOG = System.getLogger(SchemaMigration.class.getName());

    /** Where the app's database is found in JNDI. */
    public static final String DATA_SOURCE = "jdbc/passage-app";

    /** {@code @Resource} can't be injected this early: {@code java:comp} is not there yet. */
    void atStart(
            @Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) @Initialized(ApplicationScoped.class)
                    Object event) {
        appDatabase().ifPresent(SchemaMigration::migrate);
    }

    private static Optional<DataSource> appDatabase() {
        try {
            return Optional.of((DataSource) new InitialContext().lookup(DATA_SOURCE));
        } catch (NamingException e) {
            LOG.log(System.Logger.Level.INFO, "No data source {0}: the app keeps no rows of its users", DATA_SOURCE);
            return Optional.empty();
        }
    }

    static void migrate(DataSource dataSource) {
        String ofDatabase = "classpath:db/" + databaseOf(dataSource) + "/passage-app";
        Flyway.configure(SchemaMigration.class.getClassLoader())
                .dataSource(dataSource)
                .locations("classpath:db/passage-app", ofDatabase)
                .table("app_schema_history")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
    }

    /** The folder of the scripts that the two databases can't share. */
    private static String databaseOf(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL") ? "postgresql" : "derby";
        } catch (SQLException e) {
            throw new IllegalStateException("The app's database can't be reached", e);
        }
    }
}
