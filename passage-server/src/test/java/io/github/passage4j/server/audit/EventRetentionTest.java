package io.github.passage4j.server.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.passage4j.server.RandomIds;
import io.github.passage4j.server.client.Client;
import io.github.passage4j.server.config.ConfigurationException;
import io.github.passage4j.server.testing.MutableClock;
import io.github.passage4j.server.testing.Samples;
import java.security.SecureRandom;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventRetentionTest {

    private static final String ADA = "u5RnV8sLq2KdT0yHb7MwXc3e";

    private final MutableClock clock = new MutableClock();
    private final SecureRandom random = new SecureRandom();
    private final UserEvents events = new MapUserEvents();

    private void signIn(int times) {
        for (int i = 0; i < times; i++) {
            events.add(new UserEvent(
                    RandomIds.next(random),
                    AccountEvent.completed(Samples.APP_ID, ADA, EventType.LOGIN_PASSKEY),
                    Client.NONE,
                    clock.instant()));
        }
    }

    private int kept() {
        return events.recent(Samples.APP_ID, ADA).size();
    }

    @Test
    void dropsWhatReachesItsAgeAndNothingBefore() {
        EventRetention retention = new EventRetention(events, clock, "P90D", "100");
        signIn(1);

        clock.advance(Duration.ofDays(90).minusMillis(1));
        retention.attend();
        assertThat(kept()).isEqualTo(1);

        clock.advance(Duration.ofMillis(1));
        retention.attend();
        assertThat(kept()).isZero();
    }

    @Test
    void dropsHowEverManyThereAre() {
        signIn(1001);
        clock.advance(Duration.ofDays(1));

        new EventRetention(events, clock, "PT1H", "100").attend();

        assertThat(kept()).isZero();
    }

    @Test
    void keepsSoManyOfAUser() {
        signIn(12);

        new EventRetention(events, clock, "P90D", "10").attend();

        assertThat(kept()).isEqualTo(10);
    }

    @ParameterizedTest
    @CsvSource({
        "90, 100, passage.audit.retention",
        "P0D, 100, passage.audit.retention",
        "-P1D, 100, passage.audit.retention",
        "P90D, 0, passage.audit.events.per.user",
        "P90D, many, passage.audit.events.per.user",
        "P90D, 1000000, passage.audit.events.per.user"
    })
    void namesTheSettingThatIsWrong(String retention, String perUser, String setting) {
        assertThatThrownBy(() -> new EventRetention(events, clock, retention, perUser))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith(setting + ": ");
    }
}
