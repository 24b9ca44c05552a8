package io.github.passage4j.server.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.passage4j.server.apps.App;
import io.github.passage4j.server.testing.DirectEvent;
import io.github.passage4j.server.testing.MapUsers;
import io.github.passage4j.server.testing.MutableClock;
import io.github.passage4j.server.testing.Samples;
import io.github.passage4j.server.wire.PassageException;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.security.SecureRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SignUpTest {

    private static final EmailAddress ADA = EmailAddress.parse("ada@example.org");

    private final MapUsers users = new MapUsers();
    private final MutableClock clock = new MutableClock();
    private final SignUp signUp =
            new SignUp(users, new NewUsers(users, new DirectEvent<>(event -> {})), clock, new SecureRandom());
    private final App app = Samples.app();

    private static JsonObject nickname(String value) {
        return Json.createObjectBuilder().add("nickname", value).build();
    }

    @Test
    void makesAPendingAccount() {
        User user = signUp.start(app, ADA, null);

        assertThat(user.status()).isEqualTo(UserStatus.PENDING);
        assertThat(user.email()).isEqualTo("ada@example.org");
        assertThat(user.isEmailVerified()).isFalse();
        assertThat(user.loginCount()).isZero();
        assertThat(user.lastLoginAt()).isEmpty();
    }

    @Test
    void findsThePendingAccountAgain() {
        User first = signUp.start(app, ADA, null);

        assertThat(signUp.start(app, ADA, null)).isEqualTo(first);
    }

    @Test
    void takesOverTheMetadataThatWasGivenLast() {
        signUp.start(app, ADA, nickname("Countess"));

        assertThat(signUp.start(app, ADA, nickname("Ada")).metadata()).isEqualTo(nickname("Ada"));
        assertThat(signUp.start(app, ADA, null).metadata()).isEqualTo(nickname("Ada"));
    }

    @Test
    void takesANullForNoValue() {
        JsonObject nothing = Json.createObjectBuilder().addNull("nickname").build();

        assertThat(signUp.start(app, ADA, nothing).metadata()).isNull();
        assertThat(signUp.start(app, ADA, nickname("Ada")).metadata()).isEqualTo(nickname("Ada"));
    }

    @Test
    void givesEveryoneTheSameAccountWhenManyAskAtOnce() {
        long accounts = IntStream.range(0, 50)
                .parallel()
                .mapToObj(i -> signUp.start(app, ADA, null).id())
                .distinct()
                .count();

        assertThat(accounts).isEqualTo(1);
    }

    @Test
    void refusesAnActiveAccountWithTheTextThatMobileClientsCompare() {
        signUp.start(app, ADA, null).recordLogin(clock.instant());

        assertThatExceptionOfType(PassageException.class)
                .isThrownBy(() -> signUp.start(app, ADA, nickname("Eve")))
                .withMessage("user: already exists.")
                .satisfies(refusal -> assertThat(refusal.status()).isEqualTo(400));
        assertThat(users.find(app.id(), ADA).orElseThrow().metadata()).isNull();
    }

    @Test
    void keepsTheAccountsOfAppsApart() {
        User here = signUp.start(app, ADA, null);
        User there = signUp.start(Samples.app("aaaaaaaaaaaaaaaaaaaaaaaa"), ADA, null);

        assertThat(there).isNotEqualTo(here);
    }

    @Test
    void refusesMetadataThatTheAppDoesNotKeep() {
        JsonObject unknown = Json.createObjectBuilder().add("admin", true).build();

        assertThatExceptionOfType(PassageException.class)
                .isThrownBy(() -> signUp.start(app, ADA, unknown))
                .withMessageStartingWith("user_metadata.admin: is no field of the app");
        assertThat(users.find(app.id(), ADA)).isEmpty();
    }

    @Test
    void refusesMetadataOfAnotherType() {
        JsonObject number = Json.createObjectBuilder().add("nickname", 7).build();

        assertThatExceptionOfType(PassageException.class)
                .isThrownBy(() -> signUp.start(app, ADA, number))
                .withMessageStartingWith("user_metadata.nickname:");
    }

    @Test
    void refusesMetadataThatAreTooLong() {
        assertThatExceptionOfType(PassageException.class)
                .isThrownBy(() -> signUp.start(app, ADA, nickname("a".repeat(1_001))))
                .withMessageStartingWith("user_metadata.nickname:");
    }
}
