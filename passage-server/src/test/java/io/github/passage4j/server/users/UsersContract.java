package io.github.passage4j.server.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.passage4j.server.RandomIds;
import io.github.passage4j.server.testing.Samples;
import io.github.passage4j.server.users.Users.Filter;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What every store of accounts does. */
abstract class UsersContract {

    static final String APP = Samples.APP_ID;
    static final String OTHER_APP = "aaaaaaaaaaaaaaaaaaaaaaaa";

    private static final Instant NOW = Samples.NOW;

    /** Does something in a transaction. */
    abstract <T> T inTransaction(Function<Users, T> action);

    private Optional<User> found(Function<Users, Optional<User>> search) {
        return inTransaction(search);
    }

    private List<User> list(Filter filter, int offset, int limit) {
        return inTransaction(users -> users.list(filter, offset, limit));
    }

    private long count(Filter filter) {
        return inTransaction(users -> users.count(filter));
    }

    private User add(String appId, String email, Instant createdAt) {
        User user = new User(RandomIds.next(new SecureRandom()), appId, Identifier.parse(email), null, createdAt);
        inTransaction(users -> {
            users.add(user);
            return user;
        });
        return user;
    }

    @Test
    void findsAnAccountByIdAndIdentifier() {
        User ada = add(APP, "ada@example.org", NOW);

        assertThat(found(users -> users.find(APP, ada.id()))).contains(ada);
        assertThat(found(users -> users.find(APP, Identifier.parse("ADA@example.org"))))
                .contains(ada);
    }

    @Test
    void keepsEverythingOfAnAccount() {
        User ada = add(APP, "ada@example.org", NOW);

        User found = inTransaction(users -> users.find(APP, ada.id())).orElseThrow();

        assertThat(found).usingRecursiveComparison().ignoringFields("version").isEqualTo(ada);
        assertThat(found.createdAt()).isEqualTo(NOW);
    }

    @Test
    void findsNothingOfAnotherApp() {
        User ada = add(APP, "ada@example.org", NOW);

        assertThat(found(users -> users.find(OTHER_APP, ada.id()))).isEmpty();
        assertThat(found(users -> users.lock(OTHER_APP, ada.id()))).isEmpty();
        assertThat(found(users -> users.find(OTHER_APP, Identifier.parse("ada@example.org"))))
                .isEmpty();
    }

    @Test
    void findsNoPartOfAnAddress() {
        add(APP, "ada@example.org", NOW);

        assertThat(found(users -> users.find(APP, Identifier.parse("da@example.org"))))
                .isEmpty();
    }

    @Test
    void refusesASecondAccountOfAnIdentifier() {
        add(APP, "ada@example.org", NOW);

        assertThatExceptionOfType(UserExistsException.class).isThrownBy(() -> add(APP, "Ada@Example.org", NOW));
        assertThat(add(OTHER_APP, "ada@example.org", NOW)).isNotNull();
    }

    @Test
    void keepsChangesMadeInATransaction() {
        User ada = add(APP, "ada@example.org", NOW);

        inTransaction(users -> {
            users.lock(APP, ada.id()).orElseThrow().recordLogin(NOW.plusSeconds(1));
            return ada;
        });

        User found = inTransaction(users -> users.find(APP, ada.id())).orElseThrow();
        assertThat(found.status()).isEqualTo(UserStatus.ACTIVE);
        assertThat(found.loginCount()).isEqualTo(1);
        assertThat(found.lastLoginAt()).contains(NOW.plusSeconds(1));
    }

    @Test
    void describesPendingAccountsOnly() {
        JsonObject first = Json.createObjectBuilder().add("nickname", "Ada").build();
        JsonObject second = Json.createObjectBuilder().add("nickname", "Eve").build();
        User ada = add(APP, "ada@example.org", NOW);

        inTransaction(users -> users.describePending(APP, ada.id(), first, NOW));
        inTransaction(users -> {
            users.lock(APP, ada.id()).orElseThrow().recordLogin(NOW);
            return ada;
        });
        inTransaction(users -> users.describePending(APP, ada.id(), second, NOW));

        User found = inTransaction(users -> users.find(APP, ada.id())).orElseThrow();
        assertThat(found.metadata()).isEqualTo(first);
    }

    @Test
    void listsTheNewestFirstInPages() {
        for (int i = 0; i < 5; i++) {
            add(APP, "user" + i + "@example.org", NOW.plusSeconds(i));
        }
        add(OTHER_APP, "other@example.org", NOW);
        Filter all = new Filter(APP, NOW.plusSeconds(60), null);

        assertThat(list(all, 0, 2)).extracting(User::email).containsExactly("user4@example.org", "user3@example.org");
        assertThat(list(all, 4, 2)).extracting(User::email).containsExactly("user0@example.org");
        assertThat(count(all)).isEqualTo(5L);
    }

    @Test
    void listsWhatTheFilterLetsThrough() {
        add(APP, "ada@example.org", NOW);
        add(APP, "eve@example.org", NOW.plusSeconds(10));

        Filter byEmail = new Filter(APP, NOW.plusSeconds(60), "ada@example.org");
        Filter early = new Filter(APP, NOW.plusSeconds(10), null);

        assertThat(list(byEmail, 0, 10)).extracting(User::email).containsExactly("ada@example.org");
        assertThat(count(byEmail)).isEqualTo(1L);
        assertThat(list(early, 0, 10)).extracting(User::email).containsExactly("ada@example.org");
    }
}
