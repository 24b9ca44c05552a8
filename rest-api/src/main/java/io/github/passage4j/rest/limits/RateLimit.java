package io.github.passage4j.rest.limits;

import java.time.Duration;

/**
 * A budget of requests that refills steadily (token bucket).
 *
 * @param name of the policy, as the {@code RateLimit} headers show it
 * @param burst requests that may come at once after a quiet time
 * @param perMinute requests that come back each minute
 */
record RateLimit(String name, int burst, int perMinute) {

    /** For whoever proved who they are. */
    static final RateLimit CALLER = new RateLimit("caller", 1000, 600);

    /** For all others of one address, those with refused tokens among them. */
    static final RateLimit ADDRESS = new RateLimit("address", 1000, 300);

    /** How long an empty budget takes to be full again. */
    Duration window() {
        return Duration.ofMinutes(1).multipliedBy(burst).dividedBy(perMinute);
    }
}
