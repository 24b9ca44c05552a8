package io.github.passage4j.server.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.passage4j.server.RandomIds;
import io.github.passage4j.server.audit.AccountEvent.Outcome;
import io.github.passage4j.server.client.Client;
import io.github.passage4j.server.testing.MutableClock;
import io.github.passage4j.server.testing.Samples;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What a store of events does, wherever it keeps them. */
abstract class UserEventsContract {

    static final String ADA = "u5RnV8sLq2KdT0yHb7MwXc3e";
    static final String EVE = "eeeeeeeeeeeeeeeeeeeeeeee";
    static final String OTHER_APP = "aaaaaaaaaaaaaaaaaaaaaaaa";

    final MutableClock clock = new MutableClock();
    final SecureRandom random = new SecureRandom();

    /** Does something in a transaction. */
    abstract <T> T inTransaction(Function<UserEvents, T> action);

    UserEvent add(String userId, EventType type, Outcome outcome) {
        clock.advance(Duration.ofSeconds(1));
        UserEvent event = new UserEvent(
                RandomIds.next(random),
                new AccountEvent(Samples.APP_ID, userId, type, outcome),
                new Client("203.0.113.7", "Mozilla/5.0"),
                clock.instant());
        return inTransaction(events -> {
            events.add(event);
            return event;
        });
    }

    List<UserEvent> recent(String appId, String userId) {
        return inTransaction(events -> events.recent(appId, userId));
    }

    List<String> kept(String userId) {
        return recent(Samples.APP_ID, userId).stream().map(UserEvent::id).toList();
    }

    @Test
    void givesAnEventBackAsItWas() {
        UserEvent added = add(ADA, EventType.LOGIN_OTP, Outcome.REFUSED);

        UserEvent found = recent(Samples.APP_ID, ADA).get(0);

        assertThat(found.type()).isEqualTo(EventType.LOGIN_OTP);
        assertThat(found.isComplete()).isFalse();
        assertThat(found.completedAt()).isEmpty();
        assertThat(found.createdAt()).isEqualTo(added.createdAt());
        assertThat(found.address()).isEqualTo("203.0.113.7");
        assertThat(found.userAgent()).isEqualTo("Mozilla/5.0");
    }

    @Test
    void givesTheNewestFirstWhateverTheOutcome() {
        UserEvent first = add(ADA, EventType.REGISTER_PASSKEY, Outcome.COMPLETED);
        UserEvent second = add(ADA, EventType.LOGIN_PASSKEY, Outcome.REFUSED);
        UserEvent third = add(ADA, EventType.LOGIN_PASSKEY, Outcome.COMPLETED);
        add(EVE, EventType.LOGIN_PASSKEY, Outcome.COMPLETED);

        assertThat(kept(ADA)).containsExactly(third.id(), second.id(), first.id());
        assertThat(recent(OTHER_APP, ADA)).isEmpty();
    }

    @Test
    void hidesNothingBehindAFloodOfRefusals() {
        UserEvent signIn = add(ADA, EventType.LOGIN_PASSKEY, Outcome.COMPLETED);
        for (int i = 0; i < UserEvents.RECENT + 5; i++) {
            add(ADA, EventType.LOGIN_OTP, Outcome.REFUSED);
        }

        assertThat(kept(ADA)).hasSize(UserEvents.RECENT + 1).endsWith(signIn.id());
    }

    @Test
    void removesTheEventsOfOneAccount() {
        add(ADA, EventType.LOGIN_PASSKEY, Outcome.COMPLETED);
        add(EVE, EventType.LOGIN_PASSKEY, Outcome.COMPLETED);

        inTransaction(events -> {
            events.removeOf(Samples.APP_ID, ADA);
            return events;
        });

        assertThat(kept(ADA)).isEmpty();
        assertThat(kept(EVE)).hasSize(1);
    }

    @Test
    void removesNoMoreAtOnceThanItMay() {
        for (int i = 0; i < 5; i++) {
            add(ADA, EventType.LOGIN_PASSKEY, Outcome.COMPLETED);
        }

        assertThat((int) inTransaction(events -> events.removeUntil(clock.instant(), 3)))
                .isEqualTo(3);
        assertThat((int) inTransaction(events -> events.removeUntil(clock.instant(), 3)))
                .isEqualTo(2);
        assertThat(kept(ADA)).isEmpty();
    }

    @Test
    void keepsWhatIsYounger() {
        add(ADA, EventType.LOGIN_PASSKEY, Outcome.COMPLETED);
        UserEvent old = add(ADA, EventType.LOGIN_PASSKEY, Outcome.COMPLETED);
        UserEvent young = add(ADA, EventType.LOGIN_PASSKEY, Outcome.COMPLETED);

        assertThat((int) inTransaction(events -> events.removeUntil(old.createdAt(), 10)))
                .isEqualTo(2);

        assertThat(kept(ADA)).containsExactly(young.id());
    }

    @Test
    void keepsOnlyTheNewestOfEachOutcome() {
        add(ADA, EventType.LOGIN_PASSKEY, Outcome.COMPLETED);
        UserEvent second = add(ADA, EventType.LOGIN_PASSKEY, Outcome.COMPLETED);
        UserEvent refused = add(ADA, EventType.LOGIN_PASSKEY, Outcome.REFUSED);
        UserEvent third = add(ADA, EventType.LOGIN_PASSKEY, Outcome.COMPLETED);
        UserEvent other = add(EVE, EventType.LOGIN_PASSKEY, Outcome.COMPLETED);

        assertThat((int) inTransaction(events -> events.trim(2, 10))).isEqualTo(1);

        assertThat(kept(ADA)).containsExactly(third.id(), refused.id(), second.id());
        assertThat(kept(EVE)).containsExactly(other.id());
        assertThat((int) inTransaction(events -> events.trim(2, 10))).isZero();
    }

    @Test
    void dropsNoMoreAtOnceThanItMay() {
        for (int i = 0; i < 4; i++) {
            add(ADA, EventType.LOGIN_PASSKEY, Outcome.COMPLETED);
            add(EVE, EventType.LOGIN_PASSKEY, Outcome.COMPLETED);
        }

        assertThat((int) inTransaction(events -> events.trim(1, 4))).isEqualTo(4);
        assertThat((int) inTransaction(events -> events.trim(1, 4))).isEqualTo(2);

        assertThat(kept(ADA)).hasSize(1);
        assertThat(kept(EVE)).hasSize(1);
    }
}
