package io.github.passage4j.server.apps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.passage4j.server.testing.MapApps;
import io.github.passage4j.server.testing.MutableClock;
import io.github.passage4j.server.testing.Samples;
import io.github.passage4j.server.wire.ErrorCode;
import io.github.passage4j.server.wire.PassageException;
import jakarta.ws.rs.ext.ParamConverter;
import java.lang.annotation.Annotation;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class AppOfAddressTest {

    private final App app = Samples.app();
    private final MapApps apps = new MapApps(app);
    private final MutableClock clock = new MutableClock();
    private final AppOfAddress provider = new AppOfAddress(apps, clock);

    private ParamConverter<App> converter() {
        return Objects.requireNonNull(provider.getConverter(App.class, App.class, new Annotation[0]));
    }

    @Test
    void findsTheApp() {
        assertThat(converter().fromString(Samples.APP_ID)).isSameAs(app);
    }

    @Test
    void seesAChangeASecondLater() {
        converter().fromString(Samples.APP_ID);
        App changed = Samples.app();
        apps.add(changed);

        clock.advance(Duration.ofSeconds(1).minusNanos(1));
        assertThat(converter().fromString(Samples.APP_ID)).isSameAs(app);

        clock.advance(Duration.ofNanos(1));
        assertThat(converter().fromString(Samples.APP_ID)).isSameAs(changed);
    }

    @Test
    void answersAppNotFoundForAnyOther() {
        assertThatExceptionOfType(PassageException.class)
                .isThrownBy(() -> converter().fromString(Samples.APP_ID + "x"))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.APP_NOT_FOUND))
                .satisfies(refusal -> assertThat(refusal.status()).isEqualTo(404));
    }

    @Test
    void leavesOtherTypesToOthers() {
        assertThat(provider.getConverter(String.class, String.class, new Annotation[0]))
                .isNull();
    }
}
