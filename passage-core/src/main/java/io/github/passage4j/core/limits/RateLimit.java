package io.github.passage4j.core.limits;

import io.github.passage4j.core.config.InvalidSettingException;
import java.time.Duration;

/**
 * A budget of requests, or of whatever else is counted, that refills steadily (token bucket).
 *
 * @param name of the policy, as headers show it
 * @param burst requests that may come at once after a quiet time
 * @param perMinute requests that come back each minute
 */
public record RateLimit(String name, int burst, int perMinute) {

    /** The setting that switches every limit {@code on} or {@code off}. */
    public static final String SETTING = "passage.rate.limits";

    /** How long an empty budget takes to be full again. */
    public Duration window() {
        return Duration.ofMinutes(1).multipliedBy(burst).dividedBy(perMinute);
    }

    /**
     * What the setting says.
     *
     * @throws InvalidSettingException when that is neither {@code on} nor {@code off}
     */
    public static boolean areOn(String setting) {
        if (!"on".equals(setting) && !"off".equals(setting)) {
            throw new InvalidSettingException(SETTING, "must be on or off");
        }
        return "on".equals(setting);
    }
}
