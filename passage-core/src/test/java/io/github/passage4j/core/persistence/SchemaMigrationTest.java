package io.github.passage4j.core.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class SchemaMigrationTest {

    private static final String INSERT =
            "INSERT INTO app_user (passage_id, created_at, updated_at, version) VALUES (%s, CURRENT_TIMESTAMP, CURRENT_TIMESTAMP, 1)";

    private final DataSource database = new DerbyInMemory(UUID.randomUUID().toString());

    @Test
    void letsAnAppWithoutADataSourceStart() {
        assertThatNoException().isThrownBy(() -> new SchemaMigration().atStart(new Object()));
    }

    @Test
    void makesTheTableOnceHoweverOftenItRuns() throws SQLException {
        SchemaMigration.migrate(database);
        execute(INSERT.formatted("'ada'"));

        SchemaMigration.migrate(database);

        assertThat(count("SELECT COUNT(*) FROM app_user")).isOne();
        assertThat(count("SELECT COUNT(*) FROM \"app_schema_history\" WHERE \"success\" = TRUE AND \"version\" = '1'"))
                .isOne();
    }

    @Test
    void keepsToItselfInADatabaseThatOthersUse() throws SQLException {
        execute("CREATE TABLE passage_user (id VARCHAR(24) PRIMARY KEY)");

        SchemaMigration.migrate(database);

        assertThat(count("SELECT COUNT(*) FROM app_user")).isZero();
        assertThat(count("SELECT COUNT(*) FROM passage_user")).isZero();
    }

    @Test
    void keepsThePassageIdUnique() throws SQLException {
        SchemaMigration.migrate(database);
        execute(INSERT.formatted("'ada'"));

        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> execute(INSERT.formatted("'ada'")))
                .satisfies(e -> assertThat(e.getSQLState()).startsWith("23"));
    }

    @Test
    void keepsThePassageIdPresent() {
        SchemaMigration.migrate(database);

        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> execute(INSERT.formatted("NULL")))
                .satisfies(e -> assertThat(e.getSQLState()).startsWith("23"));
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private int count(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private record DerbyInMemory(String name) implements DataSource {

        @Override
        public Connection getConnection() throws SQLException {
            return DriverManager.getConnection("jdbc:derby:memory:" + name + ";create=true");
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            return getConnection();
        }

        @Override
        public PrintWriter getLogWriter() {
            return new PrintWriter(System.err, true, java.nio.charset.StandardCharsets.UTF_8);
        }

        @Override
        public void setLogWriter(PrintWriter out) {}

        @Override
        public void setLoginTimeout(int seconds) {}

        @Override
        public int getLoginTimeout() {
            return 0;
        }

        @Override
        public Logger getParentLogger() {
            return Logger.getGlobal();
        }

        @Override
        public <T> T unwrap(Class<T> type) throws SQLException {
            throw new SQLException("wraps nothing");
        }

        @Override
        public boolean isWrapperFor(Class<?> type) {
            return false;
        }
    }
}
