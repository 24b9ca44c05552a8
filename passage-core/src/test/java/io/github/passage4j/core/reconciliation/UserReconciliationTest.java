package io.github.passage4j.core.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.passage4j.core.LocalServer;
import io.github.passage4j.core.MovableClock;
import io.github.passage4j.core.TestConfig;
import io.github.passage4j.core.management.HttpPassageUsers;
import io.github.passage4j.core.management.PassageApiException;
import io.github.passage4j.core.token.TestTokens;
import io.github.passage4j.core.user.MapUsers;
import io.github.passage4j.core.user.User;
import io.github.passage4j.core.user.UserDirectory;
import io.github.passage4j.core.user.UserListing;
import io.github.passage4j.core.user.UserProvisioning;
import io.github.passage4j.core.user.Users;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a Passage over HTTP that pages, and rows in memory. */
class UserReconciliationTest {

    private final LocalServer passage = new LocalServer();
    private final Map<String, String> passageUsers = new LinkedHashMap<>();
    private final MovableClock clock = new MovableClock(TestTokens.NOW);
    private final Users users = new MapUsers(clock);
    private final Directory rows = new Directory();
    private final UserReconciliation reconciliation = new UserReconciliation(
            new HttpPassageUsers(TestConfig.passageAt(passage.address())), new UserProvisioning(rows, clock), rows);

    @AfterEach
    void stop() {
        passage.close();
    }

    @Test
    void makesTheRowsThatAreMissing() {
        passageHas("ada", "bob");
        rowOf("ada", "Ada");

        assertThat(reconciliation.run()).isEqualTo(new ReconciliationReport(2, 1, 2, List.of()));

        assertThat(users.findByPassageId("ada")).map(User::name).contains("Ada");
        assertThat(users.findByPassageId("bob")).isPresent();
    }

    @Test
    void changesNothingTheSecondTime() {
        passageHas("ada", "bob");
        reconciliation.run();

        assertThat(reconciliation.run()).isEqualTo(new ReconciliationReport(2, 0, 2, List.of()));
    }

    @Test
    void leavesOutWhoHasNotFinishedRegistration() {
        passageHas("ada");
        passageUsers.put("half", "pending");

        assertThat(reconciliation.run().created()).isOne();

        assertThat(users.findByPassageId("half")).isEmpty();
    }

    @Test
    void makesARowForWhoIsDeactivated() {
        passageHas();
        passageUsers.put("ada", "inactive");

        assertThat(reconciliation.run().created()).isOne();
    }

    @Test
    void reportsRowsWhosePassageUserIsGoneAndKeepsThem() {
        passageHas("ada");
        rowOf("ada", "Ada");
        rowOf("gone", "Gone");

        assertThat(reconciliation.run().orphans()).containsExactly("gone");

        assertThat(users.findByPassageId("gone")).isPresent();
    }

    @Test
    void doesNotTakeWhoSignedUpMeanwhileForGone() {
        passageHas("ada");
        rowOf("new", null);
        passageUsers.put("new", "not listed");

        assertThat(reconciliation.run().orphans()).isEmpty();
    }

    @Test
    void goesThroughMoreUsersThanFitOnOnePage() {
        passageHas();
        for (int i = 0; i < 1203; i++) {
            passageUsers.put("user" + i, "active");
        }

        assertThat(reconciliation.run()).isEqualTo(new ReconciliationReport(1203, 1203, 1203, List.of()));
    }

    @Test
    void reportsNobodyAsGoneWhenPassageFails() {
        rowOf("ada", "Ada");
        passage.behave(exchange -> LocalServer.json(
                        exchange.getRequestURI().getPath().endsWith("/users") ? 200 : 500, "{\"users\":[]}")
                .answer(exchange));

        assertThatExceptionOfType(PassageApiException.class).isThrownBy(reconciliation::run);
    }

    @Test
    void goesOnWhereAFailedRunEnded() {
        passageHas("ada", "bob");
        LocalServer.Manner works = passageManner();
        passage.behave(LocalServer.json(503, "{}"));
        assertThatExceptionOfType(PassageApiException.class).isThrownBy(reconciliation::run);

        passage.behave(works);

        assertThat(reconciliation.run().created()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void makesTheRestAfterItDiedBetweenAnyTwoRows(int made) {
        passageHas("ada", "bob", "cyd", "dan");
        rows.dieAfter(made);
        if (made < 4) {
            assertThatExceptionOfType(IllegalStateException.class).isThrownBy(reconciliation::run);
        } else {
            reconciliation.run();
        }
        rows.dieAfter(Integer.MAX_VALUE);

        assertThat(reconciliation.run()).isEqualTo(new ReconciliationReport(4, 4L - made, 4, List.of()));
    }

    private void passageHas(String... ids) {
        for (String id : ids) {
            passageUsers.put(id, "active");
        }
        passage.behave(passageManner());
    }

    private LocalServer.Manner passageManner() {
        return exchange -> {
            String path = exchange.getRequestURI().getPath();
            if (path.endsWith("/users")) {
                LocalServer.json(200, page(exchange.getRequestURI().getQuery())).answer(exchange);
                return;
            }
            String id = path.substring(path.lastIndexOf('/') + 1);
            boolean known = passageUsers.containsKey(id);
            LocalServer.json(
                            known ? 200 : 404,
                            known
                                    ? "{\"user\":{\"id\":\"" + id + "\"}}"
                                    : "{\"code\":\"user_not_found\",\"error\":\"no\"}")
                    .answer(exchange);
        };
    }

    private String page(String query) {
        int number = Integer.parseInt(query.replaceAll(".*\\bpage=(\\d+).*", "$1"));
        int limit = Integer.parseInt(query.replaceAll(".*\\blimit=(\\d+).*", "$1"));
        List<String> listed = passageUsers.entrySet().stream()
                .filter(user -> !user.getValue().equals("not listed"))
                .map(user -> "{\"id\":\"" + user.getKey() + "\",\"status\":\"" + user.getValue() + "\"}")
                .toList();
        String users = listed.stream().skip((number - 1L) * limit).limit(limit).collect(Collectors.joining(","));
        return "{\"users\":[" + users + "],\"total_users\":" + listed.size() + ",\"created_before\":1767225600}";
    }

    private void rowOf(String passageId, @Nullable String name) {
        rows.add(User.create(passageId, name, TestTokens.NOW));
    }

    /** Rows in the order of their numbers. */
    private final class Directory implements UserDirectory, Users {

        private final List<User> stored = new ArrayList<>();
        private int last = Integer.MAX_VALUE;

        /** The process dies when one row more is to be made. */
        void dieAfter(int rows) {
            last = rows;
        }

        @Override
        public List<User> page(long afterId, int limit) {
            return stored.stream()
                    .filter(row -> Objects.requireNonNull(row.id()) > afterId)
                    .sorted(Comparator.comparing(User::id))
                    .limit(limit)
                    .toList();
        }

        @Override
        public User add(User user) {
            if (stored.size() == last) {
                throw new IllegalStateException("died");
            }
            User row = users.add(user);
            stored.add(row);
            return row;
        }

        @Override
        public Optional<User> findByPassageId(String passageId) {
            return users.findByPassageId(passageId);
        }

        @Override
        public Optional<User> find(long id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<User> pageByName(String prefix, @Nullable NamePosition after, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Long> list(UserListing listing) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<User> rows(List<Long> numbers) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<User> rename(String passageId, @Nullable String name, @Nullable Long expectedVersion) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean remove(String passageId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean remove(String passageId, long expectedVersion) {
            throw new UnsupportedOperationException();
        }
    }
}
