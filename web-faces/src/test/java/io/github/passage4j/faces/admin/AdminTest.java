package io.github.passage4j.faces.admin;

import io.github.passage4j.core.administration.AdminChange;
import io.github.passage4j.core.administration.AdminChanges;
import io.github.passage4j.core.administration.ChangeExistsException;
import io.github.passage4j.core.administration.ChangeRequest;
import io.github.passage4j.core.administration.Outcome;
import io.github.passage4j.core.administration.UserAdministration;
import io.github.passage4j.core.authentication.PassageCaller;
import io.github.passage4j.core.management.HttpPassageUsers;
import io.github.passage4j.core.management.PassageUsers;
import io.github.passage4j.core.user.User;
import io.github.passage4j.core.user.Users;
import io.github.passage4j.faces.TestCaller;
import io.github.passage4j.faces.TestConfig;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Grace, an administrator, with rows and a record in memory, and a Passage that nobody reaches. */
abstract class AdminTest {

    static final String GRACE = "user-grace";
    static final String ADA = "user-ada";

    final Map<String, User> rows = new HashMap<>();
    final Map<UUID, AdminChange> recorded = new LinkedHashMap<>();
    final PassageUsers silent = new HttpPassageUsers(TestConfig.withApiUrl("http://127.0.0.1:1/api/v1"));
    final UserAdministration administration = new UserAdministration(silent, changes(), TestCaller.CLOCK);

    static PassageCaller grace() {
        String token = TestCaller.token(GRACE, TestCaller.NOW.plusSeconds(600));
        return TestCaller.current(Optional.of(TestCaller.principal(token)));
    }

    Users users() {
        return (Users) Proxy.newProxyInstance(
                AdminTest.class.getClassLoader(), new Class<?>[] {Users.class}, (proxy, called, arguments) -> {
                    if (called.getName().equals("findByPassageId")) {
                        return Optional.ofNullable(rows.get((String) arguments[0]));
                    }
                    throw new UnsupportedOperationException(called.getName());
                });
    }

    private AdminChanges changes() {
        return new AdminChanges() {
            @Override
            public void begin(ChangeRequest request, @Nullable String passkeyName, Instant now) {
                AdminChange change = change(request, passkeyName, now, Outcome.UNKNOWN);
                if (recorded.putIfAbsent(request.id(), change) != null) {
                    throw new ChangeExistsException(new IllegalStateException("known"));
                }
            }

            @Override
            public void end(UUID id, Outcome outcome, Instant now) {
                // Passage is silent: every outcome is the one that the change began with
            }

            @Override
            public Optional<AdminChange> find(UUID id) {
                return Optional.ofNullable(recorded.get(id));
            }

            @Override
            public List<AdminChange> of(String passageId, int limit) {
                return recorded.values().stream()
                        .filter(change -> change.passageId().equals(passageId))
                        .limit(limit)
                        .toList();
            }
        };
    }

    private static AdminChange change(
            ChangeRequest request, @Nullable String passkeyName, Instant now, Outcome outcome) {
        return new AdminChange(
                request.id(),
                request.administrator(),
                request.action(),
                request.passageId(),
                request.passkeyId(),
                passkeyName,
                now,
                outcome);
    }
}
