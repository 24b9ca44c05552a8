package io.github.passage4j.core.authentication;

import io.github.passage4j.core.config.PassageClock;
import io.github.passage4j.core.limits.Budgets;
import io.github.passage4j.core.limits.ClientAddress;
import io.github.passage4j.core.limits.RateLimit;
import io.github.passage4j.core.limits.TrustedProxies;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How many refresh tokens of one address Passage may refuse before its others are not shown to Passage for a while. To Passage all renewals come
 * from the app's address, so whoever makes up refresh tokens would spend what Passage lets everybody refresh. Tokens that are good cost
 * nothing. Thread-safe.
 */
@ApplicationScoped
public class RenewalLimit {

    /** Far below what a Passage allows one address, and more than a crowd behind one address brings by honest means: a browser forgets a token once it was refused. */
    static final RateLimit REFUSALS = new RateLimit("refused renewals", 60, 30);

    private static final int CAPACITY = 10_000;

    private final Budgets refusals;
    private final TrustedProxies proxies;
    private final boolean on;

    @Inject
    public RenewalLimit(
            @ConfigProperty(name = RateLimit.SETTING, defaultValue = "on") String setting,
            TrustedProxies proxies,
            @PassageClock Clock clock) {
        this.on = RateLimit.areOn(setting);
        this.proxies = proxies;
        this.refusals = new Budgets(REFUSALS, CAPACITY, clock);
    }

    @SuppressWarnings("NullAway") // only the proxy of the container uses it
    protected RenewalLimit() {
        this.proxies = null;
        this.refusals = null;
        this.on = false;
    }

    /**
     * Checks that a refresh token of this request may be shown to Passage.
     *
     * @throws RenewalLimitException when too many from the same address were refused
     */
    void check(HttpServletRequest request) {
        Duration wait = on ? refusals.untilNext(address(request)) : Duration.ZERO;
        if (!wait.isZero()) {
            throw new RenewalLimitException(wait);
        }
    }

    /** Counts a refresh token of this request that Passage refused. */
    void countRefusal(HttpServletRequest request) {
        refusals.spend(address(request));
    }

    private String address(HttpServletRequest request) {
        return ClientAddress.of(proxies.clientOf(request));
    }
}
