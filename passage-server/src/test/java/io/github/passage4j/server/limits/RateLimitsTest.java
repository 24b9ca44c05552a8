package io.github.passage4j.server.limits;

import static io.github.passage4j.server.testing.CeremonyFixture.ADA;
import static io.github.passage4j.server.testing.CeremonyFixture.EVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.passage4j.server.apps.ManagedAppResource;
import io.github.passage4j.server.client.Client;
import io.github.passage4j.server.client.CurrentClient;
import io.github.passage4j.server.config.ConfigurationException;
import io.github.passage4j.server.config.ServerKey;
import io.github.passage4j.server.limits.RateLimit.Message;
import io.github.passage4j.server.message.Addressees;
import io.github.passage4j.server.otp.OneTimeCodeResource;
import io.github.passage4j.server.otp.TestCodes;
import io.github.passage4j.server.testing.CeremonyFixture;
import io.github.passage4j.server.testing.DirectEvent;
import io.github.passage4j.server.testing.MapApps;
import io.github.passage4j.server.testing.Samples;
import io.github.passage4j.server.testing.WireApi;
import io.github.passage4j.server.testing.WireApi.Answer;
import io.github.passage4j.server.users.UsersResource;
import io.github.passage4j.server.wire.TooManyRequestsException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateLimitsTest {

    private static final String EMAIL = ADA.value();

    private final CeremonyFixture fixture;
    private final ServerKey key;
    private final CurrentClient client = new CurrentClient();
    private final List<LimitReached> reached = new ArrayList<>();
    private final RateLimits limits;

    RateLimitsTest(@TempDir Path directory) {
        fixture = new CeremonyFixture(directory);
        key = ServerKey.open(Samples.config(directory), new SecureRandom());
        limits = limits("on");
        from("192.0.2.1");
    }

    private RateLimits limits(String setting) {
        return new RateLimits(setting, client, key, new DirectEvent<>(reached::add), fixture.clock);
    }

    private void from(String address) {
        client.set(new Client(address, ""));
    }

    private void code() {
        limits.spendOn(Message.CODE, Samples.APP_ID, EMAIL);
    }

    private static void times(int times, Runnable action) {
        for (int i = 0; i < times; i++) {
            action.run();
        }
    }

    private static long refusal(Runnable action) {
        try {
            action.run();
            return 0;
        } catch (TooManyRequestsException e) {
            return e.seconds();
        }
    }

    @Nested
    class Addresses {

        @Test
        void haveABurstAndNoMoreUntilItComesBack() {
            times(60, () -> limits.spendByAddress(RateLimit.BAD_KEY));

            assertThat(refusal(() -> limits.spendByAddress(RateLimit.BAD_KEY))).isEqualTo(2);
            fixture.clock.advance(Duration.ofSeconds(2));
            assertThat(refusal(() -> limits.spendByAddress(RateLimit.BAD_KEY))).isZero();
            assertThat(refusal(() -> limits.spendByAddress(RateLimit.BAD_KEY))).isEqualTo(2);
        }

        @Test
        void haveABudgetOfTheirOwnForEachKind() {
            times(60, () -> limits.spendByAddress(RateLimit.BAD_KEY));

            assertThat(refusal(() -> limits.spendByAddress(RateLimit.LOOK_UP))).isZero();
            from("192.0.2.2");
            assertThat(refusal(() -> limits.spendByAddress(RateLimit.BAD_KEY))).isZero();
        }

        @Test
        void ofOneIpv6NetworkShareOne() {
            from("2001:db8:1:2::1");
            times(60, () -> limits.spendByAddress(RateLimit.BAD_KEY));

            from("2001:db8:1:2:ffff::9");
            assertThat(refusal(() -> limits.spendByAddress(RateLimit.BAD_KEY))).isPositive();
            from("2001:db8:1:3::1");
            assertThat(refusal(() -> limits.spendByAddress(RateLimit.BAD_KEY))).isZero();
        }

        @Test
        void mayAskForTheStatusEveryFiveSecondsFromAHundredTabs() {
            for (int second = 0; second < 3600; second += 5) {
                times(100, () -> limits.spendByAddress(RateLimit.STATUS));
                fixture.clock.advance(Duration.ofSeconds(5));
            }

            assertThat(reached).isEmpty();
        }

        @Test
        void tellWhichBudgetWasEmpty() {
            times(60, () -> limits.spendByAddress(RateLimit.BAD_KEY));
            refusal(() -> limits.spendByAddress(RateLimit.BAD_KEY));

            assertThat(reached).containsExactly(new LimitReached(RateLimit.BAD_KEY));
        }
    }

    @Nested
    class Identifiers {

        @Test
        void getAFewMessagesFromOneAddress() {
            times(6, RateLimitsTest.this::code);

            assertThat(refusal(RateLimitsTest.this::code)).isEqualTo(600);
        }

        @Test
        void areNotClosedToTheOwnerByOneStrangerWhoNeverStops() {
            for (int minute = 0; minute < 600; minute++) {
                refusal(RateLimitsTest.this::code);
                fixture.clock.advance(Duration.ofMinutes(1));
            }

            from("203.0.113.9");
            assertThat(refusal(RateLimitsTest.this::code)).isZero();
        }

        @Test
        void getBoundedManyFromAllAddressesTogether() {
            for (int address = 1; address <= 200; address++) {
                from("192.0.2." + address);
                refusal(RateLimitsTest.this::code);
            }

            assertThat(reached).hasSize(180).containsOnly(new LimitReached(RateLimit.CODE_BY_ALL));
        }

        @Test
        void haveOtherBudgetsForLinksAndInOtherApps() {
            times(6, RateLimitsTest.this::code);

            assertThatCode(() -> {
                        limits.spendOn(Message.LINK, Samples.APP_ID, EMAIL);
                        limits.spendOn(Message.CODE, "aaaaaaaaaaaaaaaaaaaaaaaa", EMAIL);
                        limits.spendOn(Message.CODE, Samples.APP_ID, EVE.value());
                    })
                    .doesNotThrowAnyException();
        }
    }

    @Nested
    class Memory {

        @Test
        void isBoundedAndTheUnusedGoesFirst() {
            Budgets budgets = new Budgets(RateLimit.CODE_BY_ONE, 2, fixture.clock);
            times(6, () -> budgets.spend("ada"));
            budgets.spend("bob");
            assertThat(budgets.spend("ada")).isPositive();

            budgets.spend("eve");

            assertThat(budgets.size()).isEqualTo(2);
            assertThat(budgets.spend("ada")).isPositive();
        }
    }

    @Nested
    class Setting {

        @Test
        void switchesAllOff() {
            RateLimits none = limits("off");

            times(5000, () -> none.spendByAddress(RateLimit.BAD_KEY));
            times(50, () -> none.spendOn(Message.CODE, Samples.APP_ID, EMAIL));

            assertThat(reached).isEmpty();
        }

        @Test
        void isOnOrOff() {
            assertThatThrownBy(() -> limits("false"))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageStartingWith("passage.rate.limits: ");
        }
    }

    @Nested
    class Wire {

        private final WireApi api = new WireApi(
                new MapApps(fixture.app),
                new LimitFeature(limits),
                new UsersResource(fixture.users, fixture.credentials, fixture.signUp),
                new OneTimeCodeResource(
                        TestCodes.with(key, fixture.clock),
                        new Addressees(fixture.users, fixture.messages.messenger, limits, fixture.strict),
                        fixture.messageSignIn,
                        fixture.messages.messenger,
                        fixture.events));

        private void assertTooMany(Answer answer, String seconds) {
            assertThat(answer.status()).isEqualTo(429);
            assertThat(answer.code()).isEqualTo("operation_not_allowed");
            assertThat(answer.error()).isEqualTo("Too many requests: please try again later.");
            assertThat(answer.headers().getFirst("Retry-After")).isEqualTo(seconds);
            assertThat(answer.headers().getFirst("Access-Control-Expose-Headers"))
                    .isEqualTo("Retry-After");
        }

        @Test
        void refusesLookUpsInPassagesForm() {
            String path = "/users?identifier=" + EMAIL;
            times(120, () -> assertThat(api.get(path).status()).isEqualTo(200));

            assertTooMany(api.get(path), "1");
            from("192.0.2.2");
            assertThat(api.get(path).status()).isEqualTo(200);
        }

        @Test
        void countsWhatIsMalformedToo() {
            times(120, () -> api.get("/users?identifier=x"));

            assertTooMany(api.get("/users?identifier=x"), "1");
        }

        @ParameterizedTest
        @ValueSource(booleans = {true, false})
        void refusesMessagesAlikeWhetherTheAccountExistsOrNot(boolean exists) {
            if (exists) {
                fixture.pending(ADA);
            }
            String body = "{'identifier':'" + EMAIL + "'}";
            int expected = exists ? 201 : 404;
            times(6, () -> assertThat(api.post("/login/otp", body).status()).isEqualTo(expected));

            assertTooMany(api.post("/login/otp", body), "600");
            assertTooMany(api.post("/register/otp", body), "600");
        }

        @Test
        void countsRefusedKeysAndLetsGoodOnesPass() {
            WireApi managed = new WireApi(new MapApps(fixture.app), limits, new ManagedAppResource());
            times(60, () -> assertThat(managed.as("wrong").get("").status()).isEqualTo(401));

            assertTooMany(managed.as("wrong").get(""), "2");
            assertThat(managed.as(MapApps.KEY).get("").status()).isEqualTo(200);
        }
    }
}
