package io.github.passage4j.server.limits;

import io.github.passage4j.server.client.CurrentClient;
import io.github.passage4j.server.client.IpAddress;
import io.github.passage4j.server.config.ConfigurationException;
import io.github.passage4j.server.config.ServerKey;
import io.github.passage4j.server.wire.TooManyRequestsException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The budgets of all kinds. Setting {@code passage.rate.limits}: {@code on}, or {@code off} for load tests.
 *
 * <p>What a message costs is taken before anyone looks whether its identifier names an account, so that a refusal tells nothing. Of what may
 * be sent to an identifier, one address gets a part only: a stranger can't use up what its owner needs.
 */
@ApplicationScoped
public class RateLimits {

    /** Most budgets of each kind; with keys and all about 0.5 KB each. */
    static final int CAPACITY = 10_000;

    private static final String SETTING = "passage.rate.limits";

    private final Map<RateLimit, Budgets> budgets = new EnumMap<>(RateLimit.class);
    private CurrentClient client;
    private ServerKey key;
    private Event<LimitReached> refusals;
    private boolean isOn;

    /** For the CDI proxy. */
    @SuppressWarnings("NullAway.Init")
    protected RateLimits() {}

    /**
     * Makes full budgets.
     *
     * @throws ConfigurationException when the setting is neither on nor off
     */
    @Inject
    public RateLimits(
            @ConfigProperty(name = SETTING, defaultValue = "on") String setting,
            CurrentClient client,
            ServerKey key,
            Event<LimitReached> refusals,
            Clock clock) {
        if (!"on".equals(setting) && !"off".equals(setting)) {
            throw new ConfigurationException(SETTING, "must be on or off");
        }
        this.isOn = "on".equals(setting);
        this.client = client;
        this.key = key;
        this.refusals = refusals;
        for (RateLimit limit : RateLimit.values()) {
            budgets.put(limit, new Budgets(limit, CAPACITY, clock));
        }
    }

    /**
     * Takes one out of the budget of the client's address, an IPv6 address counting as its network.
     *
     * @throws TooManyRequestsException when there is nothing left
     */
    public void spendByAddress(RateLimit limit) {
        if (isOn) {
            spend(limit, network());
        }
    }

    /**
     * Takes a message out of what may be sent to an identifier, first of the part of the client's address.
     *
     * @param identifier in the form in which it is compared
     * @throws TooManyRequestsException when there is nothing left
     */
    public void spendOn(RateLimit.Message message, String appId, String identifier) {
        if (!isOn) {
            return;
        }
        String recipient = key.mac("rate limit", appId + "/" + identifier);
        spend(message.byOne(), recipient + " " + network());
        spend(message.byAll(), recipient);
    }

    private String network() {
        return IpAddress.network(CurrentClient.orNone(client).address());
    }

    private void spend(RateLimit limit, String owner) {
        Duration wait = Objects.requireNonNull(budgets.get(limit)).spend(owner);
        if (!wait.isZero()) {
            refusals.fire(new LimitReached(limit));
            throw new TooManyRequestsException(wait);
        }
    }
}
