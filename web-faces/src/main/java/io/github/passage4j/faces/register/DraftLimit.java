package io.github.passage4j.faces.register;

import io.github.passage4j.core.config.PassageClock;
import io.github.passage4j.core.limits.Budgets;
import io.github.passage4j.core.limits.RateLimit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How many drafts all visitors together may leave, so that nobody fills the database before they have signed up. Who is turned away loses nothing
 * but a name in the rare case that the registration ends elsewhere. Thread-safe.
 */
@ApplicationScoped
public class DraftLimit {

    /** RFC 6585 §4. */
    static final int TOO_MANY_REQUESTS = 429;

    static final RateLimit DRAFTS = new RateLimit("drafts", 600, 600);

    private static final String EVERYBODY = "everybody";

    private final Budgets budget;
    private final boolean on;

    @Inject
    public DraftLimit(
            @ConfigProperty(name = RateLimit.SETTING, defaultValue = "on") String setting, @PassageClock Clock clock) {
        this.on = RateLimit.areOn(setting);
        this.budget = new Budgets(DRAFTS, 1, clock);
    }

    @SuppressWarnings("NullAway") // only the proxy of the container uses it
    protected DraftLimit() {
        this.budget = null;
        this.on = false;
    }

    /** Counts one draft; tells how long to wait for the next chance when there have been too many, else zero. */
    Duration spend() {
        return on ? budget.spend(EVERYBODY).untilNext() : Duration.ZERO;
    }
}
