package io.github.passage4j.server.persistence;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings the tables of the server to the version that this archive needs. Harmless to repeat; two at once wait. */
public final class Migrations {

    private Migrations() {}

    /**
     * Migrates. The schema may hold tables of others: only {@code passage_*} ones are touched, and the history has a
     * table of its own.
     */
    public static void run(DataSource dataSource) {
        Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(dataSource)
                .table("passage_schema_history")
                .locations("classpath:db/passage-server")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
    }
}
