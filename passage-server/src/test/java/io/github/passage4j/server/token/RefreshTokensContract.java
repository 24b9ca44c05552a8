package io.github.passage4j.server.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.passage4j.server.apps.App;
import io.github.passage4j.server.audit.AccountEvent;
import io.github.passage4j.server.audit.EventType;
import io.github.passage4j.server.client.Client;
import io.github.passage4j.server.client.CurrentClient;
import io.github.passage4j.server.testing.DirectEvent;
import io.github.passage4j.server.testing.MutableClock;
import io.github.passage4j.server.testing.Samples;
import io.github.passage4j.server.token.RefreshTokens.Grant;
import jakarta.enterprise.event.Event;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What refresh tokens do, wherever they are kept. */
abstract class RefreshTokensContract {

    static final String ADA = "u5RnV8sLq2KdT0yHb7MwXc3e";
    static final String EVE = "eeeeeeeeeeeeeeeeeeeeeeee";
    static final String OTHER_APP = "aaaaaaaaaaaaaaaaaaaaaaaa";

    final MutableClock clock = new MutableClock();
    final SecureRandom random = new SecureRandom();
    final App app = Samples.app();
    final CurrentClient client = new CurrentClient();
    final List<AccountEvent> fired = new CopyOnWriteArrayList<>();
    final Event<AccountEvent> events = new DirectEvent<>(fired::add);

    /** Does something in a transaction. */
    abstract <T> T inTransaction(Function<RefreshTokens, T> action);

    /** Number of tokens that are kept. */
    abstract int kept();

    Grant begin() {
        return tryBegin().orElseThrow();
    }

    private Optional<Grant> tryBegin() {
        return inTransaction(tokens -> tokens.begin(app, ADA));
    }

    Optional<Grant> use(String token) {
        return use(app, token);
    }

    private Optional<Grant> use(App at, String token) {
        return inTransaction(tokens -> tokens.use(at, token));
    }

    private void end(String token) {
        inTransaction(tokens -> {
            tokens.end(app, token);
            return token;
        });
    }

    @Nested
    class Beginning {

        @Test
        void givesAnOpaqueTokenOf256Bits() {
            assertThat(begin().token()).matches("rt_[0-9A-Za-z]{24}\\.[0-9A-Za-z_-]{43}");
            assertThat(begin().token()).isNotEqualTo(begin().token());
        }

        @Test
        void tellsTheSecondsUntilRefreshingEndsForGood() {
            assertThat(begin().expiresIn()).isEqualTo(2_592_000);
        }

        @Test
        void givesNothingWhenTheAppHasNoRefreshTokens() {
            app.keepNobodySignedIn(clock.instant());

            assertThat(tryBegin()).isEmpty();
        }
    }

    @Nested
    class Using {

        @Test
        void givesTheNextTokenOfTheSameUser() {
            String first = begin().token();

            Grant next = use(first).orElseThrow();

            assertThat(next.token()).isNotEqualTo(first);
            assertThat(next.userId()).isEqualTo(ADA);
            assertThat(use(next.token())).isPresent();
        }

        @Test
        void countsDownToTheEndOfTheSignIn() {
            String first = begin().token();
            clock.advance(Duration.ofHours(1));

            assertThat(use(first).orElseThrow().expiresIn()).isEqualTo(2_592_000 - 3_600);
        }

        @Test
        void givesTheSameSuccessorToWhoeverRepeatsItWithinTheGrace() {
            String first = begin().token();
            String next = use(first).orElseThrow().token();
            clock.advance(RefreshTokens.GRACE.minusMillis(1));

            assertThat(use(first).map(Grant::token)).contains(next);
        }

        @Test
        void givesTheEndOfTheLineToAStraggler() {
            String first = begin().token();
            String second = use(first).orElseThrow().token();
            String third = use(second).orElseThrow().token();

            assertThat(use(first).map(Grant::token)).contains(third);
            assertThat(use(third)).isPresent();
        }

        @Test
        void endsTheFamilyWhenATokenIsUsedAgainAfterTheGrace() {
            String first = begin().token();
            String second = use(first).orElseThrow().token();
            clock.advance(RefreshTokens.GRACE);

            assertThat(use(first)).isEmpty();
            assertThat(use(second)).isEmpty();
            assertThat(fired).containsExactly(AccountEvent.completed(app.id(), ADA, EventType.REFRESH_TOKEN_REUSE));
        }

        @Test
        void tellsNothingOfAnEndThatHadToCome() {
            String token = begin().token();
            clock.advance(Duration.ofDays(7));

            assertThat(use(token)).isEmpty();
            assertThat(fired).isEmpty();
        }

        @Test
        void endsTheFamilyWhenALongForgottenTokenIsUsedAgain() {
            String first = begin().token();
            String second = use(first).orElseThrow().token();
            clock.advance(Duration.ofHours(1));
            String third = use(second).orElseThrow().token();

            assertThat(use(first)).isEmpty();
            assertThat(use(third)).isEmpty();
        }

        @Test
        void leavesOtherFamiliesOfTheUserAlone() {
            String stolen = begin().token();
            String other = begin().token();
            use(stolen);
            clock.advance(RefreshTokens.GRACE);
            use(stolen);

            assertThat(use(other)).isPresent();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "rt_",
                    "garbage",
                    "rt_aaaaaaaaaaaaaaaaaaaaaaaa.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
                })
        void refusesWhatWasNeverIssued(String token) {
            assertThat(use(token)).isEmpty();
        }

        @Test
        void hidesFromWhoeverReadsAnAuthTokenWhichRefreshTokenBelongsToIt() {
            Grant grant = begin();
            String forged = "rt_" + grant.signInId() + "." + "A".repeat(43);

            assertThat(use(forged)).isEmpty();
            end(forged);

            assertThat(grant.token()).doesNotContain(grant.signInId());
            assertThat(use(grant.token())).isPresent();
            assertThat(fired).isEmpty();
        }

        @Test
        void refusesATokenOfAnotherAppAndKeepsItGoodForItsOwn() {
            String token = begin().token();

            assertThat(use(Samples.app(OTHER_APP), token)).isEmpty();
            assertThat(use(token)).isPresent();
        }

        @Test
        void refusesAllOnceTheAppHasNoRefreshTokens() {
            String token = begin().token();
            app.keepNobodySignedIn(clock.instant());

            assertThat(use(token)).isEmpty();
        }

        @Test
        void keepsOnlyTheTokensThatStillCount() {
            String token = begin().token();
            for (int i = 0; i < 5; i++) {
                clock.advance(Duration.ofMinutes(10));
                token = use(token).orElseThrow().token();
            }

            assertThat(kept()).isEqualTo(2);
        }
    }

    @Nested
    class Shown {

        @Test
        void tellsWhereAndWhenItBeganAndWhenItEndsUnlessItIsUsed() {
            client.set(new Client("192.0.2.1", "Firefox/140"));

            String id = begin().signInId();

            assertThat(shown())
                    .containsExactly(new SignIn(
                            id,
                            clock.instant(),
                            clock.instant(),
                            clock.instant().plus(Duration.ofDays(7)),
                            "Firefox/140"));
        }

        @Test
        void isTheOneOfItsTokensAndWasUsedWhenTheyWereRefreshed() {
            client.set(new Client("192.0.2.1", "Firefox/140"));
            Grant first = begin();
            Instant began = clock.instant();
            clock.advance(Duration.ofHours(1));
            client.set(new Client("192.0.2.9", "an app's own client"));

            Grant next = use(first.token()).orElseThrow();

            assertThat(next.signInId()).isEqualTo(first.signInId());
            assertThat(shown())
                    .containsExactly(new SignIn(
                            first.signInId(),
                            began,
                            clock.instant(),
                            clock.instant().plus(Duration.ofDays(7)),
                            "Firefox/140"));
        }

        @Test
        void comesInTheOrderOfLastUse() {
            Grant first = begin();
            clock.advance(Duration.ofMinutes(1));
            Grant second = begin();
            clock.advance(Duration.ofMinutes(1));
            use(first.token());

            assertThat(shown()).extracting(SignIn::id).containsExactly(first.signInId(), second.signInId());
        }

        @Test
        void isNoneThatEndedOrBelongsToSomebodyElse() {
            begin();
            clock.advance(Duration.ofDays(7));
            Grant left = begin();
            inTransaction(tokens -> tokens.begin(app, EVE));

            assertThat(shown()).extracting(SignIn::id).containsExactly(left.signInId());
            assertThat(shown(Samples.app(OTHER_APP))).isEmpty();
        }

        @Test
        void isOneOfTheHundredUsedLast() {
            for (int i = 0; i <= RefreshTokens.MOST_SHOWN; i++) {
                begin();
            }

            assertThat(shown()).hasSize(RefreshTokens.MOST_SHOWN);
        }

        private List<SignIn> shown() {
            return shown(app);
        }

        private List<SignIn> shown(App at) {
            return inTransaction(tokens -> tokens.ofUser(at, ADA));
        }
    }

    @Nested
    class Time {

        @Test
        void endsAFamilyThatWasIdle() {
            String kept = begin().token();
            clock.advance(Duration.ofDays(7).minusMillis(1));
            String next = use(kept).orElseThrow().token();
            clock.advance(Duration.ofDays(7));

            assertThat(use(next)).isEmpty();
        }

        @Test
        void endsAFamilyThirtyDaysAfterTheSignInHoweverBusyItWas() {
            String token = begin().token();
            for (int day = 0; day < 29; day++) {
                clock.advance(Duration.ofDays(1));
                token = use(token).orElseThrow().token();
            }
            clock.advance(Duration.ofDays(1).minusSeconds(1));
            Grant last = use(token).orElseThrow();
            clock.advance(Duration.ofSeconds(1));

            assertThat(last.expiresIn()).isEqualTo(1);
            assertThat(use(last.token())).isEmpty();
        }

        @Test
        void isTheAppsToSet() {
            app.keepSignedIn(Duration.ofHours(2), Duration.ofHours(1), clock.instant());
            Grant grant = begin();
            clock.advance(Duration.ofHours(1));

            assertThat(grant.expiresIn()).isEqualTo(7_200);
            assertThat(use(grant.token())).isEmpty();
        }

        @Test
        void leavesNothingToKeep() {
            begin();
            clock.advance(Duration.ofDays(7));
            begin();

            inTransaction(tokens -> {
                new EndedSignIns(tokens, clock).attend();
                return tokens;
            });

            assertThat(kept()).isEqualTo(1);
        }
    }

    @Nested
    class Ending {

        @Test
        void endsTheWholeFamilyByAnyTokenOfIt() {
            String first = begin().token();
            String next = use(first).orElseThrow().token();

            end(first);

            assertThat(use(next)).isEmpty();
            assertThat(kept()).isZero();
        }

        @Test
        void isHarmlessToRepeat() {
            String token = begin().token();
            end(token);
            end(token);
            end("garbage");

            assertThat(use(token)).isEmpty();
        }

        @Test
        void endsOneOfAUserByItsIdAndNoOther() {
            Grant lost = begin();
            Grant kept = begin();

            assertThat(endOne(app.id(), ADA, lost.signInId())).isTrue();

            assertThat(use(lost.token())).isEmpty();
            assertThat(use(kept.token())).isPresent();
            assertThat(isAlive(app.id(), ADA, lost.signInId())).isFalse();
            assertThat(isAlive(app.id(), ADA, kept.signInId())).isTrue();
            assertThat(fired).containsExactly(AccountEvent.completed(app.id(), ADA, EventType.SIGN_OUT));
        }

        @Test
        void endsNoneOfSomebodyElseOfAnotherAppOrOfTheUnknown() {
            Grant grant = begin();

            assertThat(endOne(app.id(), EVE, grant.signInId())).isFalse();
            assertThat(endOne(OTHER_APP, ADA, grant.signInId())).isFalse();
            assertThat(endOne(app.id(), ADA, "aaaaaaaaaaaaaaaaaaaaaaaa")).isFalse();

            assertThat(isAlive(app.id(), EVE, grant.signInId())).isFalse();
            assertThat(isAlive(OTHER_APP, ADA, grant.signInId())).isFalse();
            assertThat(use(grant.token())).isPresent();
            assertThat(fired).isEmpty();
        }

        @Test
        void endsNoneThatEndedOnItsOwn() {
            Grant grant = begin();
            clock.advance(Duration.ofDays(7));

            assertThat(isAlive(app.id(), ADA, grant.signInId())).isFalse();
            assertThat(endOne(app.id(), ADA, grant.signInId())).isFalse();
        }

        private boolean endOne(String appId, String userId, String signInId) {
            return inTransaction(tokens -> tokens.end(appId, userId, signInId));
        }

        private boolean isAlive(String appId, String userId, String signInId) {
            return inTransaction(tokens -> tokens.isAlive(appId, userId, signInId));
        }

        @Test
        void leavesFamiliesOfOtherAppsAlone() {
            String token = begin().token();

            inTransaction(tokens -> {
                tokens.end(Samples.app(OTHER_APP), token);
                tokens.endOfUser(OTHER_APP, ADA);
                return token;
            });

            assertThat(use(token)).isPresent();
        }

        @Test
        void endsAllFamiliesOfAUserAndNoOthers() {
            List<String> ada = List.of(begin().token(), begin().token());
            String eve = inTransaction(tokens -> tokens.begin(app, EVE))
                    .orElseThrow()
                    .token();

            inTransaction(tokens -> {
                tokens.endOfUser(app.id(), ADA);
                return ADA;
            });

            assertThat(ada).allSatisfy(token -> assertThat(use(token)).isEmpty());
            assertThat(use(eve)).isPresent();
        }
    }
}
