package io.github.passage4j.core.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.passage4j.core.config.InvalidSettingException;
import io.github.passage4j.core.config.MapConfig;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReconciliationTimerTest {

    @Test
    void neverRunsUnlessTold() {
        assertThat(ReconciliationTimer.interval(new MapConfig(Map.of()))).isEmpty();
        assertThat(ReconciliationTimer.interval(every(" "))).isEmpty();
    }

    @Test
    void runsAsOftenAsTold() {
        assertThat(ReconciliationTimer.interval(every("PT1H"))).contains(Duration.ofHours(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hourly", "PT59S", "PT0S", "-PT1H"})
    void refusesWhatIsNoIntervalAndNamesTheSetting(String value) {
        assertThatExceptionOfType(InvalidSettingException.class)
                .isThrownBy(() -> ReconciliationTimer.interval(every(value)))
                .withMessageContaining("PASSAGE_RECONCILIATION_INTERVAL");
    }

    private static MapConfig every(String interval) {
        return new MapConfig(Map.of("passage.reconciliation.interval", interval));
    }
}
