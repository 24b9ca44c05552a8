package io.github.passage4j.core.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.jwk.RSAKey;
import io.github.passage4j.core.MovableClock;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The rules of time: an issuer in memory, a clock that is moved. How it goes over HTTP is in {@link RemoteJwksHttpTest}. */
class RemoteJwksTest {

    private final MovableClock clock = new MovableClock(TestTokens.NOW);
    private final Issuer issuer = new Issuer();
    private final RemoteJwks jwks = new RemoteJwks(issuer, clock);

    @Nested
    class KnownKeys {

        @Test
        void areFetchedOnceWhenFirstNeeded() {
            issuer.publishes(TestKeys.FIRST);
            assertThat(issuer.fetches).isZero();

            assertThat(jwks.find("key-1")).isPresent();
            assertThat(jwks.find("key-1")).isPresent();

            assertThat(issuer.fetches).isOne();
        }

        @Test
        void areNotFetchedAgainWhileTheyAreFresh() {
            known(TestKeys.FIRST);

            clock.advance(RemoteJwks.FRESH.minusNanos(1));
            jwks.find("key-1");

            assertThat(issuer.fetches).isOne();
        }

        @Test
        void areFetchedInTheBackgroundOnceTheyAreNotFreshAnyMore() {
            known(TestKeys.FIRST);
            clock.advance(RemoteJwks.FRESH);
            CompletableFuture<PublishedKeys> slow = issuer.answersLater();

            assertThat(jwks.find("key-1")).isPresent();
            assertThat(jwks.find("key-1")).isPresent();
            assertThat(issuer.fetches).isEqualTo(2);

            slow.complete(TestKeys.published(TestKeys.SECOND));
            assertThat(jwks.find("key-2")).isPresent();
            assertThat(issuer.fetches).isEqualTo(2);
        }

        @Test
        void areRefusedOnceWithdrawnByTheFirstWhoComesAfterTheBound() {
            known(TestKeys.FIRST);
            issuer.publishes(TestKeys.SECOND);

            clock.advance(RemoteJwks.MAX_AGE);

            assertThat(jwks.find("key-1")).isEmpty();
        }

        @Test
        void areAllRefusedWhenTheIssuerPublishesNone() {
            known(TestKeys.FIRST);
            issuer.publishes();

            clock.advance(RemoteJwks.MAX_AGE);

            assertThat(jwks.find("key-1")).isEmpty();
        }

        @Test
        void aWithdrawalIsNoticedWithinFiveMinutes() {
            assertThat(RemoteJwks.MAX_AGE.plus(RemoteJwks.PATIENCE)).isLessThan(Duration.ofMinutes(5));
        }

        @Test
        void survivesAClockThatIsSetBack() {
            known(TestKeys.FIRST);
            issuer.publishes(TestKeys.SECOND);

            clock.advance(Duration.ofDays(-400));

            assertThat(jwks.find("key-1")).isEmpty();
            assertThat(jwks.find("key-2")).isPresent();
        }
    }

    @Nested
    class UnknownKeys {

        @Test
        void areFoundAtOnceWhenTheIssuerHasBegunToPublishThem() {
            known(TestKeys.FIRST);
            issuer.publishes(TestKeys.FIRST, TestKeys.SECOND);

            assertThat(jwks.find("key-2")).isPresent();
        }

        @Test
        void areFoundWithin15SecondsEvenRightAfterAFetchForAnotherUnknownKey() {
            known(TestKeys.FIRST);
            jwks.find("nobody's");
            issuer.publishes(TestKeys.FIRST, TestKeys.SECOND);

            assertThat(jwks.find("key-2")).isEmpty();
            clock.advance(RemoteJwks.INTERVAL);

            assertThat(jwks.find("key-2")).isPresent();
            assertThat(RemoteJwks.INTERVAL).isLessThan(Duration.ofSeconds(15));
        }

        @Test
        void causeAtMostTenFetchesWhenThereAre500InAMinute() {
            known(TestKeys.FIRST);

            for (int i = 0; i < 500; i++) {
                assertThat(jwks.find("unknown-" + i)).isEmpty();
                clock.advance(Duration.ofMillis(120));
            }

            assertThat(issuer.fetches).isLessThanOrEqualTo(10);
        }

        @Test
        void shareOneFetch() {
            known(TestKeys.FIRST);
            CompletableFuture<PublishedKeys> slow = issuer.answersLater();
            CompletableFuture<Boolean> one =
                    CompletableFuture.supplyAsync(() -> jwks.find("key-2").isPresent());
            CompletableFuture<Boolean> two =
                    CompletableFuture.supplyAsync(() -> jwks.find("key-2").isPresent());
            issuer.awaitFetches(2);

            slow.complete(TestKeys.published(TestKeys.SECOND));

            assertThat(one.join()).isTrue();
            assertThat(two.join()).isTrue();
            assertThat(issuer.fetches).isEqualTo(2);
        }

        @Test
        void areRefusedWhileTheIssuerIsAwayButOthersAreKnown() {
            known(TestKeys.FIRST);
            issuer.isAway();

            assertThat(jwks.find("key-2")).isEmpty();
        }
    }

    @Test
    void countsFetchesAndFailures() {
        known(TestKeys.FIRST);
        issuer.isAway();

        jwks.find("key-2");

        assertThat(jwks.fetches()).isEqualTo(1);
        assertThat(jwks.failedFetches()).isEqualTo(1);
    }

    @Nested
    class Outage {

        @Test
        void leavesKnownKeysInUse() {
            known(TestKeys.FIRST);
            issuer.isAway();

            clock.advance(RemoteJwks.OUTAGE.minusSeconds(1));

            assertThat(jwks.find("key-1")).isPresent();
        }

        @Test
        void asksAgainOnceInEachInterval() {
            known(TestKeys.FIRST);
            issuer.isAway();
            clock.advance(RemoteJwks.MAX_AGE);
            for (int i = 0; i < 100; i++) {
                assertThat(jwks.find("key-1")).isPresent();
            }
            assertThat(issuer.fetches).isEqualTo(2);

            clock.advance(RemoteJwks.INTERVAL);
            jwks.find("key-1");

            assertThat(issuer.fetches).isEqualTo(3);
        }

        @Test
        void makesNobodyWaitWhoComesSoonAfterAFailure() {
            known(TestKeys.FIRST);
            issuer.isAway();
            clock.advance(RemoteJwks.MAX_AGE);
            jwks.find("key-1");
            clock.advance(RemoteJwks.INTERVAL);
            CompletableFuture<PublishedKeys> never = issuer.answersLater();

            assertThat(jwks.find("key-1")).isPresent();
            assertThat(never).isNotDone();
            assertThat(issuer.fetches).isEqualTo(3);
        }

        @Test
        void endsTheTrustInKnownKeysAtLast() {
            known(TestKeys.FIRST);
            issuer.isAway();

            clock.advance(RemoteJwks.OUTAGE);

            assertThatExceptionOfType(KeysUnavailableException.class).isThrownBy(() -> jwks.find("key-1"));
        }

        @Test
        void isOverWithTheNextAnswer() {
            known(TestKeys.FIRST);
            issuer.isAway();
            clock.advance(RemoteJwks.MAX_AGE);
            jwks.find("key-1");
            issuer.publishes(TestKeys.SECOND);

            clock.advance(RemoteJwks.INTERVAL);
            jwks.find("key-1");

            assertThat(jwks.find("key-1")).isEmpty();
            assertThat(jwks.find("key-2")).isPresent();
        }
    }

    @Nested
    class ColdStart {

        @Test
        void givesUpWithAReasonAndATimeToComeAgain() {
            issuer.isAway();

            assertThatExceptionOfType(KeysUnavailableException.class)
                    .isThrownBy(() -> jwks.find("key-1"))
                    .withMessageContaining("nobody home")
                    .satisfies(e -> assertThat(e.retryAfter()).isEqualTo(RemoteJwks.INTERVAL));
        }

        @Test
        void asksOnceInEachIntervalHoweverManyCome() {
            issuer.isAway();

            for (int i = 0; i < 100; i++) {
                assertThatExceptionOfType(KeysUnavailableException.class).isThrownBy(() -> jwks.find("key-1"));
            }

            assertThat(issuer.fetches).isOne();
        }

        @Test
        void recoversByItselfWithin45SecondsOfTheIssuersReturn() {
            issuer.isAway();
            assertThatExceptionOfType(KeysUnavailableException.class).isThrownBy(() -> jwks.find("key-1"));
            issuer.publishes(TestKeys.FIRST);

            clock.advance(RemoteJwks.INTERVAL);

            assertThat(jwks.find("key-1")).isPresent();
            assertThat(RemoteJwks.INTERVAL).isLessThan(Duration.ofSeconds(45));
        }
    }

    private void known(RSAKey... keys) {
        issuer.publishes(keys);
        assertThat(jwks.find(keys[0].getKeyID())).isPresent();
    }

    private static final class Issuer implements JwksEndpoint {

        private volatile CompletableFuture<PublishedKeys> answer = new CompletableFuture<>();
        private volatile int fetches;

        void publishes(RSAKey... keys) {
            answer = CompletableFuture.completedFuture(TestKeys.published(keys));
        }

        void isAway() {
            answer = CompletableFuture.failedFuture(new UncheckedIOException("nobody home", new java.io.IOException()));
        }

        CompletableFuture<PublishedKeys> answersLater() {
            answer = new CompletableFuture<>();
            return answer;
        }

        void awaitFetches(int number) {
            while (fetches < number) {
                Thread.onSpinWait();
            }
        }

        @Override
        public synchronized CompletableFuture<PublishedKeys> fetch() {
            fetches++;
            return answer;
        }
    }
}
