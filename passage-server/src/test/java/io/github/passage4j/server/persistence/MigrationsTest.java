package io.github.passage4j.server.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.passage4j.server.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MigrationsTest {

    @Test
    void makeTablesWithOurPrefixOnly() throws SQLException {
        try (TestDatabase database = TestDatabase.create();
                Connection connection = database.dataSource().getConnection();
                ResultSet tables = connection.getMetaData().getTables(null, "APP", null, new String[] {"TABLE"})) {
            List<String> names = new ArrayList<>();
            while (tables.next()) {
                names.add(tables.getString("TABLE_NAME"));
            }

            assertThat(names).hasSizeGreaterThan(6).allMatch(name -> name.toLowerCase(Locale.ROOT)
                    .startsWith("passage_"));
        }
    }

    @Test
    void areHarmlessToRepeat() {
        try (TestDatabase database = TestDatabase.create()) {
            Migrations.run(database.dataSource());
        }
    }

    @Test
    void signInsFromBeforeTokensHadAnOrderGoOn() throws SQLException {
        FluentConfiguration former = Flyway.configure()
                .dataSource(TestDatabase.empty())
                .table("passage_schema_history")
                .locations("classpath:db/passage-server")
                .target("39?");
        former.load().migrate();
        try (Connection connection = former.getDataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO passage_app (id, name, auth_origin, rp_id, login_url, redirect_url,"
                    + " default_language, public_signup, token_lifetime_seconds, created_at, updated_at, version)"
                    + " VALUES ('app', 'n', 'o', 'r', '/l', '/r', 'en', TRUE, 600, 1, 1, 1)");
            statement.execute("INSERT INTO passage_user (id, app_id, email, email_verified, status, login_count,"
                    + "created_at, updated_at, version)"
                    + " VALUES ('ada', 'app', 'a@example.org', FALSE, 'ACTIVE', 1, 1, 1, 1)");
            statement.execute("INSERT INTO passage_refresh_family (id, app_id, user_id, created_at, expires_at,"
                    + " idle_until, newest_hash, version) VALUES ('f', 'app', 'ada', 1, 9, 9, 'second', 1)");
            statement.execute("INSERT INTO passage_refresh_token (token_hash, family_id, salt, used_at, previous_hash,"
                    + " version) VALUES ('first', 'f', 's', 2, NULL, 1), ('second', 'f', NULL, NULL, 'first', 1)");

            Migrations.run(former.getDataSource());

            assertThat(texts(statement, "SELECT token_hash FROM passage_refresh_token"))
                    .containsExactly("second");
            assertThat(texts(statement, "SELECT oldest_hash FROM passage_refresh_family"))
                    .containsExactly("second");
        }
    }

    @Test
    void signInsFromBeforeTheyWereShownWereUsedWhenTheirTimeWithoutUseBegan() throws SQLException {
        FluentConfiguration former = Flyway.configure()
                .dataSource(TestDatabase.empty())
                .table("passage_schema_history")
                .locations("classpath:db/passage-server")
                .target("42?");
        former.load().migrate();
        try (Connection connection = former.getDataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO passage_app (id, name, auth_origin, rp_id, login_url, redirect_url,"
                    + " default_language, public_signup, token_lifetime_seconds, refresh_idle_seconds, created_at,"
                    + " updated_at, version) VALUES ('app', 'n', 'o', 'r', '/l', '/r', 'en', TRUE, 600, 100, 1, 1, 1)");
            statement.execute("INSERT INTO passage_user (id, app_id, email, email_verified, status, login_count,"
                    + "created_at, updated_at, version)"
                    + " VALUES ('ada', 'app', 'a@example.org', FALSE, 'ACTIVE', 1, 1, 1, 1)");
            statement.execute("INSERT INTO passage_refresh_family (id, app_id, user_id, created_at, expires_at,"
                    + " idle_until, oldest_hash, version) VALUES"
                    + " ('a', 'app', 'ada', 5000000, 900000000, 107000000, 'a', 1),"
                    + " ('b', 'app', 'ada', 5000000, 90000000, 90000000, 'b', 1)");

            Migrations.run(former.getDataSource());

            assertThat(texts(statement, "SELECT last_used_at FROM passage_refresh_family ORDER BY id"))
                    .containsExactly("7000000", "5000000");
            assertThat(texts(statement, "SELECT user_agent FROM passage_refresh_family"))
                    .containsOnly("");
        }
    }

    private static List<String> texts(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }

    @Test
    void instantsKeepTheirMicroseconds() {
        InstantConverter converter = new InstantConverter();
        Instant instant = Instant.parse("1999-03-28T01:30:00.123456Z");

        assertThat(converter.convertToEntityAttribute(converter.convertToDatabaseColumn(instant)))
                .isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000-01-01T00:00:00Z",
                "0001-01-01T00:00:00Z",
                "1969-12-31T23:59:59.999999Z",
                "9999-12-31T23:59:59.999999Z"
            })
    void instantsMayBeLongAgoAndFarAhead(String time) {
        InstantConverter converter = new InstantConverter();

        assertThat(converter.convertToEntityAttribute(converter.convertToDatabaseColumn(Instant.parse(time))))
                .isEqualTo(time);
    }

    @Test
    void absentInstantsStayAbsent() {
        InstantConverter converter = new InstantConverter();

        assertThat(converter.convertToDatabaseColumn(null)).isNull();
        assertThat(converter.convertToEntityAttribute(null)).isNull();
    }

    @Test
    void uniqueViolationsAreRecognisedAmongCauses() {
        SQLException violation = new SQLException("duplicate", "23505");

        assertThat(UniqueViolation.caused(new IllegalStateException(new RuntimeException(violation))))
                .isTrue();
        assertThat(UniqueViolation.caused(new RuntimeException(new SQLException("foreign key", "23503"))))
                .isFalse();
    }
}
