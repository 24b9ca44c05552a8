package io.github.passage4j.server.handshake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.passage4j.server.apps.App;
import io.github.passage4j.server.handshake.Handshake.Purpose;
import io.github.passage4j.server.testing.MutableClock;
import io.github.passage4j.server.testing.Samples;
import io.github.passage4j.server.webauthn.CeremonyException;
import io.github.passage4j.server.webauthn.CeremonyException.Reason;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HandshakesTest {

    private static final String ADA = "u5RnV8sLq2KdT0yHb7MwXc3e";
    private static final String OTHER = "aaaaaaaaaaaaaaaaaaaaaaaa";

    private final MapHandshakeStore store = new MapHandshakeStore();
    private final MutableClock clock = new MutableClock();
    private final Handshakes handshakes = new Handshakes(store, clock, new SecureRandom());
    private final App app = Samples.app();

    private void assertRefused(Reason reason, App by, Purpose purpose, String id, @Nullable String user) {
        assertThatExceptionOfType(CeremonyException.class)
                .isThrownBy(() -> handshakes.take(by, purpose, id, user))
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }

    @Test
    void everyCeremonyHasAChallengeOfItsOwn() {
        Handshake first = handshakes.begin(app, Purpose.LOGIN, null);
        Handshake second = handshakes.begin(app, Purpose.LOGIN, null);

        assertThat(first.challenge()).isNotEqualTo(second.challenge());
        assertThat(first.challenge().bytes().length()).isEqualTo(32);
        assertThat(first.id()).isNotEqualTo(second.id());
    }

    @Test
    void isHandedOutOnce() {
        Handshake begun = handshakes.begin(app, Purpose.REGISTER, ADA);

        Handshake taken = handshakes.take(app, Purpose.REGISTER, begun.id(), ADA);

        assertThat(taken.challenge()).isEqualTo(begun.challenge());
        assertThat(taken.userId()).contains(ADA);
        assertRefused(Reason.HANDSHAKE_UNKNOWN, app, Purpose.REGISTER, begun.id(), ADA);
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\u0000", "\n"})
    void isSoughtByWhatCanBeItsIdOnly(String tail) {
        HandshakeStore lenient = new LenientStore();
        Handshakes overLenient = new Handshakes(lenient, clock, new SecureRandom());
        String id = overLenient.begin(app, Purpose.LOGIN, ADA).id();

        assertThatExceptionOfType(CeremonyException.class)
                .isThrownBy(() -> overLenient.take(app, Purpose.LOGIN, id + tail, ADA))
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(Reason.HANDSHAKE_UNKNOWN));
        assertThat(overLenient.take(app, Purpose.LOGIN, id, ADA).id()).isEqualTo(id);
    }

    @Test
    void isHandedOutToOneOfManyAtOnce() {
        String id = handshakes.begin(app, Purpose.LOGIN, null).id();

        long winners = IntStream.range(0, 50)
                .parallel()
                .filter(i -> store.take(id, app.id(), Purpose.LOGIN).isPresent())
                .count();

        assertThat(winners).isEqualTo(1);
    }

    @Test
    void isWorthlessForAnotherPurposeButStaysGood() {
        String id = handshakes.begin(app, Purpose.REGISTER, ADA).id();

        assertRefused(Reason.HANDSHAKE_UNKNOWN, app, Purpose.LOGIN, id, ADA);
        assertRefused(Reason.HANDSHAKE_UNKNOWN, app, Purpose.ADD_DEVICE, id, ADA);

        assertThat(handshakes.take(app, Purpose.REGISTER, id, ADA).userId()).contains(ADA);
    }

    @Test
    void isWorthlessForAnotherAppButStaysGood() {
        String id = handshakes.begin(app, Purpose.LOGIN, ADA).id();

        assertRefused(Reason.HANDSHAKE_UNKNOWN, Samples.app(OTHER), Purpose.LOGIN, id, ADA);

        assertThat(handshakes.take(app, Purpose.LOGIN, id, ADA).userId()).contains(ADA);
    }

    @Test
    void isWorthlessForAnotherUserAndUsedUp() {
        String id = handshakes.begin(app, Purpose.LOGIN, ADA).id();

        assertRefused(Reason.HANDSHAKE_OF_ANOTHER_USER, app, Purpose.LOGIN, id, OTHER);
        assertRefused(Reason.HANDSHAKE_UNKNOWN, app, Purpose.LOGIN, id, ADA);
    }

    @ParameterizedTest
    @CsvSource({"REGISTER, 10", "LOGIN, 30", "ADD_DEVICE, 10"})
    void expiresToTheSecond(Purpose purpose, int minutes) {
        String early = handshakes.begin(app, purpose, ADA).id();
        String late = handshakes.begin(app, purpose, ADA).id();

        clock.advance(Duration.ofMinutes(minutes).minusNanos(1_000));
        assertThat(handshakes.take(app, purpose, early, ADA).id()).isEqualTo(early);

        clock.advance(Duration.ofNanos(1_000));
        assertRefused(Reason.HANDSHAKE_EXPIRED, app, purpose, late, ADA);
    }

    @Test
    void expiredOnesAreDropped() {
        handshakes.begin(app, Purpose.REGISTER, ADA);
        clock.advance(Duration.ofMinutes(11));

        handshakes.begin(app, Purpose.REGISTER, ADA);

        handshakes.attend();

        assertThat(store.size()).isEqualTo(1);
    }

    /** A database that compares without what is behind an id. */
    private final class LenientStore implements HandshakeStore {

        @Override
        public void add(Handshake handshake) {
            store.add(handshake);
        }

        @Override
        public Optional<Handshake> take(String id, String appId, Purpose purpose) {
            return store.take(id.strip().replace("\u0000", ""), appId, purpose);
        }

        @Override
        public void purge(Instant before) {
            store.purge(before);
        }
    }
}
