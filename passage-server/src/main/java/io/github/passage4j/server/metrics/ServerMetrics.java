package io.github.passage4j.server.metrics;

import io.github.passage4j.server.audit.AccountEvent;
import io.github.passage4j.server.audit.AccountEvent.Outcome;
import io.github.passage4j.server.handshake.CeremonyRefused;
import io.github.passage4j.server.limits.LimitReached;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.Locale;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/**
 * Counts account events by action, type and outcome ({@code passage_account_events_total}), so sign-ins by method and result, refusals for
 * too many requests by limit ({@code passage_limits_reached_total}), and refused passkeys by purpose and reason
 * ({@code passage_ceremonies_refused_total}).
 */
@ApplicationScoped
public class ServerMetrics {

    private static final String EVENTS = "passage_account_events";
    private static final String CEREMONIES = "passage_ceremonies_refused";
    private static final String LIMITS = "passage_limits_reached";

    private MetricRegistry registry;

    /** For the CDI proxy. */
    @SuppressWarnings("NullAway.Init")
    protected ServerMetrics() {}

    /** Makes the counters' owner. */
    @Inject
    public ServerMetrics(MetricRegistry registry) {
        this.registry = registry;
    }

    /** Counts what took place, once that is certain. */
    public void countDone(@Observes(during = TransactionPhase.AFTER_SUCCESS) AccountEvent event) {
        if (event.outcome() != Outcome.REFUSED) {
            count(event);
        }
    }

    /** Counts what was refused; its transaction is rolled back. */
    public void countRefused(@Observes AccountEvent event) {
        if (event.outcome() == Outcome.REFUSED) {
            count(event);
        }
    }

    /** Counts a refusal for too many requests. */
    public void countLimit(@Observes LimitReached reached) {
        registry.counter(LIMITS, new Tag("limit", reached.limit().text())).inc();
    }

    /** Counts a passkey that was refused, whoever's it was. */
    public void countCeremony(@Observes CeremonyRefused refused) {
        registry.counter(
                        CEREMONIES,
                        new Tag("purpose", refused.purpose().name().toLowerCase(Locale.ROOT)),
                        new Tag("reason", refused.reason().name().toLowerCase(Locale.ROOT)))
                .inc();
    }

    private void count(AccountEvent event) {
        registry.counter(
                        EVENTS,
                        new Tag("action", event.type().action().text()),
                        new Tag("type", event.type().text()),
                        new Tag("outcome", event.outcome().name().toLowerCase(Locale.ROOT)))
                .inc();
    }
}
