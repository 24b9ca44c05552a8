package io.github.passage4j.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.passage4j.server.audit.AccountEvent;
import io.github.passage4j.server.audit.EventType;
import io.github.passage4j.server.handshake.CeremonyRefused;
import io.github.passage4j.server.handshake.Handshake;
import io.github.passage4j.server.limits.LimitReached;
import io.github.passage4j.server.limits.RateLimit;
import io.github.passage4j.server.testing.Samples;
import io.github.passage4j.server.webauthn.CeremonyException.Reason;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.junit.jupiter.api.Test;

class ServerMetricsTest {

    private static final String ADA = "u5RnV8sLq2KdT0yHb7MwXc3e";

    private final List<String> counted = new ArrayList<>();
    private final ServerMetrics metrics = new ServerMetrics(registry());

    private MetricRegistry registry() {
        return (MetricRegistry) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {MetricRegistry.class}, (proxy, method, arguments) -> {
                    StringBuilder name = new StringBuilder(arguments[0].toString());
                    Arrays.stream((Tag[]) arguments[1]).forEach(tag -> name.append(' ')
                            .append(tag.getTagName())
                            .append('=')
                            .append(tag.getTagValue()));
                    return counter(name.toString());
                });
    }

    private Counter counter(String name) {
        return (Counter) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Counter.class}, (proxy, method, arguments) -> {
                    counted.add(name);
                    return null;
                });
    }

    private void happens(AccountEvent event) {
        metrics.countDone(event);
        metrics.countRefused(event);
    }

    @Test
    void everyEventIsCountedOnceByMethodAndOutcome() {
        happens(AccountEvent.completed(Samples.APP_ID, ADA, EventType.LOGIN_PASSKEY));
        happens(AccountEvent.refused(Samples.APP_ID, ADA, EventType.LOGIN_OTP));
        happens(AccountEvent.begun(Samples.APP_ID, ADA, EventType.SIGN_UP));

        assertThat(counted)
                .containsExactly(
                        "passage_account_events action=login type=login_passkey outcome=completed",
                        "passage_account_events action=login type=login_otp outcome=refused",
                        "passage_account_events action=register type=sign_up outcome=begun");
    }

    @Test
    void limitsAreCountedByTheirNames() {
        metrics.countLimit(new LimitReached(RateLimit.CODE_BY_ONE));

        assertThat(counted).containsExactly("passage_limits_reached limit=code_by_one");
    }

    @Test
    void refusedPasskeysAreCountedByPurposeAndReason() {
        metrics.countCeremony(new CeremonyRefused(Handshake.Purpose.ADD_DEVICE, Reason.WRONG_ORIGIN));

        assertThat(counted).containsExactly("passage_ceremonies_refused purpose=add_device reason=wrong_origin");
    }
}
