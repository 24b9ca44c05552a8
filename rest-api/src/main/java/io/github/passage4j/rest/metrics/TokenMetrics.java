package io.github.passage4j.rest.metrics;

import io.github.passage4j.core.token.InvalidTokenException.Reason;
import io.github.passage4j.core.token.RemoteJwks;
import io.github.passage4j.core.token.TokenVerifier;
import io.github.passage4j.core.token.VerificationCounts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.util.Locale;
import java.util.function.Supplier;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/**
 * Shows the SDK's own counts: {@code passage_tokens} by outcome ({@code accepted}, {@code remembered}, {@code undecided}, {@code refused}) and, of
 * those that were refused, reason; {@code passage_jwks_fetches} by outcome. They are read when metrics are asked for, so counting costs a
 * request next to nothing.
 */
@ApplicationScoped
public class TokenMetrics {

    void atStart(
            @Observes @Initialized(ApplicationScoped.class) Object event,
            MetricRegistry registry,
            TokenVerifier verifier,
            RemoteJwks keys) {
        VerificationCounts counts = verifier.counts();
        tokens(registry, "accepted", "", counts::accepted);
        tokens(registry, "remembered", "", counts::remembered);
        tokens(registry, "undecided", "", counts::undecided);
        for (Reason reason : Reason.values()) {
            tokens(registry, "refused", reason.name().toLowerCase(Locale.ROOT), () -> counts.refused(reason));
        }
        fetches(registry, "succeeded", keys::fetches);
        fetches(registry, "failed", keys::failedFetches);
    }

    private static void tokens(MetricRegistry registry, String outcome, String reason, Supplier<Long> count) {
        registry.gauge("passage_tokens", count, new Tag("outcome", outcome), new Tag("reason", reason));
    }

    private static void fetches(MetricRegistry registry, String outcome, Supplier<Long> count) {
        registry.gauge("passage_jwks_fetches", count, new Tag("outcome", outcome));
    }
}
