package io.github.passage4j.rest.limits;

import io.github.passage4j.core.config.PassageClock;
import io.github.passage4j.core.limits.Budgets;
import io.github.passage4j.core.limits.Budgets.Spending;
import io.github.passage4j.core.limits.ClientAddress;
import io.github.passage4j.core.limits.RateLimit;
import io.github.passage4j.core.limits.TrustedProxies;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Whose budget a request is taken from: the caller's when the request proved who it comes from, else its address's. Setting
 * {@code passage.rate.limits}: {@code on}, or {@code off} for load tests.
 */
@ApplicationScoped
public class RateLimits {

    /** Most budgets of each kind: with keys and all about 5 MB. */
    static final int CAPACITY = 10_000;

    /** For whoever proved who they are. */
    static final RateLimit CALLER = new RateLimit("caller", 1000, 600);

    /** For all others of one address, those with refused tokens among them. */
    static final RateLimit ADDRESS = new RateLimit("address", 1000, 300);

    private final boolean on;
    private final TrustedProxies proxies;
    private final Budgets callers;
    private final Budgets addresses;

    @Inject
    public RateLimits(
            @ConfigProperty(name = RateLimit.SETTING, defaultValue = "on") String setting,
            TrustedProxies proxies,
            @PassageClock Clock clock) {
        this.on = RateLimit.areOn(setting);
        this.proxies = proxies;
        this.callers = new Budgets(CALLER, CAPACITY, clock);
        this.addresses = new Budgets(ADDRESS, CAPACITY, clock);
    }

    @SuppressWarnings("NullAway") // only the proxy of the container uses it
    protected RateLimits() {
        this.on = false;
        this.proxies = null;
        this.callers = null;
        this.addresses = null;
    }

    /** What came of the request's attempt to spend; empty when there are no limits. */
    Optional<Spending> spend(HttpServletRequest request) {
        if (!on) {
            return Optional.empty();
        }
        Principal caller = request.getUserPrincipal();
        return Optional.of(
                caller == null
                        ? addresses.spend(ClientAddress.of(proxies.clientOf(request)))
                        : callers.spend(caller.getName()));
    }
}
