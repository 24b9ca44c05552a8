package io.github.passage4j.it.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.passage4j.core.user.User;
import io.github.passage4j.core.user.UserDirectory;
import io.github.passage4j.core.user.UserDirectory.NamePosition;
import io.github.passage4j.core.user.UserListing;
import io.github.passage4j.core.user.UserListing.Order;
import io.github.passage4j.it.support.Archives;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.TargetsContainer;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A page of users costs the same among a thousand rows and among a million. Takes minutes, so it runs only when it is asked to:
 * {@code docs/performance.md} has the command. Leaves what it measured, and the database's plans, in {@code target/listing.txt}.
 */
@ExtendWith(ArquillianExtension.class)
@EnabledIfEnvironmentVariable(named = "PASSAGE4J_SCALE", matches = "on")
class UserListingScaleIT {

    private static final int FEW = 1_000;
    private static final int MANY = 1_000_000;
    private static final int PAGE = 51;
    private static final int ROUNDS = 300;
    private static final double MAX_TABLE_MILLIS = 200;

    private static final List<String> QUERIES = List.of(
            "SELECT id FROM app_user WHERE id > 500 ORDER BY id FETCH FIRST 51 ROWS ONLY",
            "SELECT id FROM app_user WHERE name > 'User 0000500' AND name < 'Uses' ORDER BY name, id FETCH FIRST 51 ROWS ONLY",
            "SELECT * FROM app_user WHERE id IN (501, 502, 503)",
            "SELECT id FROM app_user ORDER BY id DESC FETCH FIRST 10001 ROWS ONLY",
            "SELECT id FROM app_user ORDER BY name DESC, id DESC FETCH FIRST 10001 ROWS ONLY");

    @Inject
    UserDirectory directory;

    @Resource(lookup = "jdbc/passage-app")
    DataSource database;

    @Deployment
    @TargetsContainer("api")
    static WebArchive deployment() {
        // Arquillian asks the archive how the test goes, all the time: more often than a stranger may
        return Archives.restApiWith(UserListingScaleIT.class)
                .addAsResource(
                        new StringAsset("mp.openapi.scan.disable=true\npassage.rate.limits=off\n"),
                        "META-INF/microprofile-config.properties");
    }

    @Test
    void costsTheSameAmongAMillionRowsAsAmongAThousand() throws SQLException, IOException {
        fill(1, FEW);
        forgetPlans();
        measure(FEW);
        Map<String, Double> few = measure(FEW);
        fill(FEW + 1, MANY);
        forgetPlans();
        measure(MANY);
        Map<String, Double> many = measure(MANY);

        report(few, many);
        // A table holds up to ten thousand users: so many numbers are read, however many there are
        few.forEach((page, millis) -> assertThat(many.get(page))
                .as(page)
                .isLessThan(page.startsWith("table by") ? MAX_TABLE_MILLIS : 3 * millis + 1));
    }

    /** Medians in milliseconds. */
    private Map<String, Double> measure(int rows) {
        Map<String, Double> medians = new LinkedHashMap<>();
        medians.put("first page", median(() -> directory.page(0, PAGE)));
        medians.put("page in the middle", median(() -> directory.page(rows / 2, PAGE)));
        medians.put("last page", median(() -> directory.page(rows - PAGE, PAGE)));
        medians.put("first page by name", median(() -> directory.pageByName("User", null, PAGE)));
        medians.put("page by name in the middle", median(() -> directory.pageByName("User", at(rows / 2), PAGE)));
        medians.put("last page by name", median(() -> directory.pageByName("User", at(rows - PAGE), PAGE)));
        for (Order order : Order.values()) {
            for (boolean descending : new boolean[] {false, true}) {
                String label = "table by " + order.name().toLowerCase(Locale.ROOT) + (descending ? ", last first" : "");
                medians.put(label, median(() -> table(new UserListing(null, null, order, descending))));
            }
        }
        medians.put("table of names that begin so", median(() -> table(beginning(rows, Order.NAME))));
        medians.put("the same by creation", median(() -> table(beginning(rows, Order.CREATED))));
        return medians;
    }

    /** As the administrators' page does it: the numbers that the table can show, then the rows of a page of it. */
    private List<User> table(UserListing listing) {
        List<Long> numbers = directory.list(listing);
        return directory.rows(numbers.subList(numbers.size() - PAGE, numbers.size()));
    }

    /** A hundred names from the middle. */
    private static UserListing beginning(int rows, Order order) {
        String middle = name(rows / 2);
        return new UserListing(middle.substring(0, middle.length() - 2), null, order, true);
    }

    private static NamePosition at(int number) {
        return new NamePosition(name(number), number);
    }

    private static double median(Supplier<List<User>> page) {
        double[] millis = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long start = System.nanoTime();
            assertThat(page.get()).hasSizeBetween(PAGE - 1, PAGE);
            millis[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(millis);
        return millis[ROUNDS / 2];
    }

    private void fill(int from, int to) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO app_user (passage_id, name, created_at, updated_at, version) VALUES (?, ?, ?, ?, 1)")) {
            connection.setAutoCommit(false);
            Timestamp now = Timestamp.from(Instant.now());
            for (int number = from; number <= to; number++) {
                insert.setString(1, "scale" + number);
                insert.setString(2, name(number));
                insert.setTimestamp(3, now);
                insert.setTimestamp(4, now);
                insert.addBatch();
                if (number % 1_000 == 0) {
                    insert.executeBatch();
                    connection.commit();
                }
            }
            connection.setAutoCommit(true);
        }
    }

    /** So that the plans are those of a server that starts with these rows. */
    private void forgetPlans() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            if (isPostgres(connection)) {
                statement.execute("ANALYZE app_user");
            } else {
                String schema = connection.getSchema();
                statement.execute("CALL SYSCS_UTIL.SYSCS_UPDATE_STATISTICS('" + schema + "', 'APP_USER', NULL)");
                statement.execute("CALL SYSCS_UTIL.SYSCS_EMPTY_STATEMENT_CACHE()");
            }
        }
    }

    private static boolean isPostgres(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
    }

    private static String name(int number) {
        return String.format(Locale.ROOT, "User %07d", number);
    }

    private void report(Map<String, Double> few, Map<String, Double> many) throws SQLException, IOException {
        List<String> lines = new ArrayList<>();
        try (Connection connection = database.getConnection()) {
            lines.add(connection.getMetaData().getDatabaseProductName() + " "
                    + connection.getMetaData().getDatabaseProductVersion());
            few.forEach((page, millis) -> lines.add(
                    String.format(Locale.ROOT, "| %s | %.2f | %.2f |", page, millis, many.getOrDefault(page, 0.0))));
            for (String query : QUERIES) {
                lines.add(isPostgres(connection) ? explain(connection, query) : runtimeStatistics(connection, query));
            }
        }
        Files.write(Path.of(System.getenv("PASSAGE_DATA_DIR")).resolveSibling("listing.txt"), lines);
    }

    private static String explain(Connection connection, String query) throws SQLException {
        StringBuilder plan = new StringBuilder();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("EXPLAIN (ANALYZE, BUFFERS) " + query)) {
            while (rows.next()) {
                plan.append(rows.getString(1)).append('\n');
            }
        }
        return plan.toString();
    }

    private static String runtimeStatistics(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CALL SYSCS_UTIL.SYSCS_SET_RUNTIMESTATISTICS(1)");
            try (ResultSet rows = statement.executeQuery(query)) {
                while (rows.next()) {
                    assertThat(rows.getLong("id")).isPositive();
                }
            }
            try (ResultSet plan = statement.executeQuery("VALUES SYSCS_UTIL.SYSCS_GET_RUNTIMESTATISTICS()")) {
                assertThat(plan.next()).isTrue();
                return plan.getString(1);
            } finally {
                statement.execute("CALL SYSCS_UTIL.SYSCS_SET_RUNTIMESTATISTICS(0)");
            }
        }
    }
}
