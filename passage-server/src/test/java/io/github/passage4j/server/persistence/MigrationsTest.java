package io.github.passage4j.server.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.passage4j.server.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

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
    void instantsKeepTheirMicroseconds() {
        InstantConverter converter = new InstantConverter();
        Instant instant = Instant.parse("1999-03-28T01:30:00.123456Z");

        assertThat(converter.convertToEntityAttribute(converter.convertToDatabaseColumn(instant)))
                .isEqualTo(instant);
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
