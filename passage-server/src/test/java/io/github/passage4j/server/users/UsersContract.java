package io.github.passage4j.server.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.passage4j.server.RandomIds;
import io.github.passage4j.server.testing.Samples;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    private List<User> list(UserQuery filter, int offset, int limit) {
        return inTransaction(users -> users.list(filter, offset, limit));
    }

    private long count(UserQuery filter) {
        return inTransaction(users -> users.count(filter));
    }

    private User add(String appId, String email, Instant createdAt) {
        User user = new User(RandomIds.next(new SecureRandom()), appId, EmailAddress.parse(email), null, createdAt);
        inTransaction(users -> {
            users.add(user);
            return user;
        });
        return user;
    }

    @Test
    void findsNoAccountByAnIdWithMoreBehindIt() {
        User ada = add(APP, "ada@example.org", NOW);

        assertThat(found(users -> users.find(APP, ada.id() + " "))).isEmpty();
        assertThat(found(users -> users.lock(APP, ada.id() + " "))).isEmpty();
    }

    @Test
    void findsAnAccountByIdAndIdentifier() {
        User ada = add(APP, "ada@example.org", NOW);

        assertThat(found(users -> users.find(APP, ada.id()))).contains(ada);
        assertThat(found(users -> users.find(APP, EmailAddress.parse("ADA@example.org"))))
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
        assertThat(found(users -> users.find(OTHER_APP, EmailAddress.parse("ada@example.org"))))
                .isEmpty();
    }

    @Test
    void findsNoPartOfAnAddress() {
        add(APP, "ada@example.org", NOW);

        assertThat(found(users -> users.find(APP, EmailAddress.parse("da@example.org"))))
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
        UserQuery all = query();

        assertThat(list(all, 0, 2)).extracting(User::email).containsExactly("user4@example.org", "user3@example.org");
        assertThat(list(all, 4, 2)).extracting(User::email).containsExactly("user0@example.org");
        assertThat(count(all)).isEqualTo(5L);
    }

    @Test
    void goesThroughAllByTheirIds() {
        List<String> ids = Stream.of("ada", "eve", "grace")
                .map(name -> add(APP, name + "@example.org", NOW).id())
                .toList();
        add(OTHER_APP, "other@example.org", NOW);

        List<User> first = after("");
        List<User> rest = after(first.get(1).id());

        assertThat(Stream.concat(first.stream(), rest.stream()).map(User::id)).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(rest).hasSize(1);
    }

    private List<User> after(String id) {
        return inTransaction(users -> users.after(APP, id, 2));
    }

    @Test
    void listsWhatTheFilterLetsThrough() {
        add(APP, "ada@example.org", NOW);
        add(APP, "eve@example.org", NOW.plusSeconds(10));

        UserQuery byEmail = query("identifier", "ada@example.org");
        UserQuery early = new UserQuery(APP, NOW.plusSeconds(10), List.of(), List.of());

        assertThat(list(byEmail, 0, 10)).extracting(User::email).containsExactly("ada@example.org");
        assertThat(count(byEmail)).isEqualTo(1L);
        assertThat(list(early, 0, 10)).extracting(User::email).containsExactly("ada@example.org");
    }

    @Test
    void keepsAccountsWithoutAnEmailAddress() {
        addManaged(null, "+491701234567");
        addManaged(null, "+491701234568");
        User both = addManaged("ada@example.org", "+491701234569");

        assertThat(emails(query("identifier", "+491701234568"))).containsExactly("");
        assertThat(emails(query("identifier", "+491701234569"))).containsExactly("ada@example.org");
        assertThat(emails(query("identifier", "ada@example.org"))).containsExactly("ada@example.org");
        assertThat(found(users -> users.find(APP, new PhoneNumber("+491701234569"))))
                .contains(both);
        assertThat(found(users -> users.find(OTHER_APP, new PhoneNumber("+491701234569"))))
                .isEmpty();
        assertThat(found(users -> users.find(APP, both.id())).orElseThrow().phone())
                .isEqualTo("+491701234569");
    }

    @Test
    void refusesASecondAccountOfAPhoneNumber() {
        addManaged(null, "+491701234567");

        assertThatExceptionOfType(UserExistsException.class)
                .isThrownBy(() -> addManaged("ada@example.org", "+491701234567"));
    }

    @Test
    void refusesAChangeToAnIdentifierThatIsTaken() {
        add(APP, "ada@example.org", NOW);
        User eve = add(APP, "eve@example.org", NOW);

        assertThatExceptionOfType(UserExistsException.class)
                .isThrownBy(() -> inTransaction(users -> {
                    User user = users.lock(APP, eve.id()).orElseThrow();
                    user.changeEmail(EmailAddress.parse("ada@example.org"), NOW);
                    users.save(user);
                    return user;
                }));
    }

    @Test
    void removesAnAccount() {
        User ada = add(APP, "ada@example.org", NOW);

        inTransaction(users -> {
            users.remove(users.lock(APP, ada.id()).orElseThrow());
            return ada;
        });

        assertThat(found(users -> users.find(APP, ada.id()))).isEmpty();
        assertThat(add(APP, "ada@example.org", NOW)).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "identifier, ada@example.org, a",
        "identifier, da@example.org, ''",
        "identifier, ADA@example.org, a",
        "identifier, <like:example>, abc",
        "identifier, <like:_da>, ''",
        "identifier, <like:%>, ''",
        "identifier, <like:da@>, a",
        "identifier, <not_like:ada>, bcd",
        "identifier, <ne:ada@example.org>, bcd",
        "identifier, +491701234567, d",
        "status, active, b",
        "status, <ne:active>, acd",
        "status, <like:ive>, bc",
        "status, nonsense, ''",
        "login_count, 0, acd",
        "login_count, <gt:0>, b",
        "login_count, <lt:1>, acd",
        "created_at, 2026-11-21T10:00:01.123456Z, b",
        "created_at, <gt:2026-11-21T10:00:01.123456Z>, cd",
        "created_at, <lt:2026-11-21T10:00:01.123456Z>, a",
        "last_login_at, 0001-01-01T00:00:00.000000Z, acd",
        "last_login_at, <gt:0001-01-01T00:00:00.000000Z>, b",
        "last_login_at, <lt:2030-01-01T00:00:00.000000Z>, abcd",
        "last_login_at, <ne:2030-01-01T00:00:00.000000Z>, abcd",
        "updated_at, <gt:2026-11-21T10:00:10.000000Z>, b"
    })
    void listsWhatACriterionLetsThrough(String field, String value, String expected) {
        addFour();

        assertThat(letters(query(field, value))).isEqualTo(expected);
        assertThat(count(query(field, value))).isEqualTo(expected.length());
    }

    @ParameterizedTest
    @CsvSource({
        "created_at:ASC, abcd",
        "created_at, abcd",
        "created_at:desc, dcba",
        "'login_count:DESC,created_at:ASC', bacd",
        "'last_login_at:ASC,created_at:ASC', acdb",
        "'last_login_at:DESC,created_at:DESC', bdca"
    })
    void listsInTheOrderThatIsAskedFor(String order, String expected) {
        addFour();

        assertThat(letters(query("order_by", order))).isEqualTo(expected);
    }

    @Test
    void listsWhatAllCriteriaLetThrough() {
        addFour();
        MultivaluedMap<String, String> parameters = new MultivaluedHashMap<>();
        parameters.add("created_at", "<gt:2026-11-21T10:00:00.123456Z>");
        parameters.add("created_at", "<lt:2026-11-21T10:00:03.123456Z>");
        parameters.add("login_count", "0");

        assertThat(letters(PageRequest.of(parameters, NOW.plusSeconds(60)).toQuery(APP)))
                .isEqualTo("c");
    }

    /** a: pending; b: active, signed in; c: deactivated; d: by phone, pending. */
    private void addFour() {
        add(APP, "ada@example.org", NOW);
        User bob = add(APP, "bob@example.org", NOW.plusSeconds(1));
        User cyd = add(APP, "cyd@example.org", NOW.plusSeconds(2));
        User dan = User.managed(id(), APP, null, new PhoneNumber("+491701234567"), null, NOW.plusSeconds(3));
        inTransaction(users -> {
            users.add(dan);
            return dan;
        });
        inTransaction(users -> {
            users.lock(APP, bob.id()).orElseThrow().recordLogin(NOW.plusSeconds(20));
            users.lock(APP, cyd.id()).orElseThrow().deactivate(NOW.plusSeconds(2));
            return bob;
        });
    }

    private String letters(UserQuery query) {
        return list(query, 0, 10).stream()
                .map(user -> user.email().isEmpty() ? "d" : user.email().substring(0, 1))
                .collect(Collectors.joining())
                .transform(text -> query.order().isEmpty()
                        ? new StringBuilder(text).reverse().toString()
                        : text);
    }

    private List<String> emails(UserQuery query) {
        return list(query, 0, 10).stream().map(User::email).toList();
    }

    private User addManaged(@Nullable String email, String phone) {
        EmailAddress identifier = email == null ? null : EmailAddress.parse(email);
        User user = User.managed(id(), APP, identifier, new PhoneNumber(phone), null, NOW);
        inTransaction(users -> {
            users.add(user);
            return user;
        });
        return user;
    }

    private static String id() {
        return RandomIds.next(new SecureRandom());
    }

    private static UserQuery query() {
        return new UserQuery(APP, NOW.plusSeconds(60), List.of(), List.of());
    }

    private static UserQuery query(String parameter, String value) {
        MultivaluedMap<String, String> parameters = new MultivaluedHashMap<>();
        parameters.add(parameter, value);
        return PageRequest.of(parameters, NOW.plusSeconds(60)).toQuery(APP);
    }
}
