package io.github.passage4j.server.config;

import java.time.Duration;
import java.util.Optional;

/**
 * The settings of keys.
 *
 * @param maxAge {@code passage.key.max.age}: how long a key signs before the next one is made ready; 90 days unless set
 * @param serverKey {@code passage.server.key}: the server key, in place of the file {@code server.key}
 */
public record KeyConfig(Duration maxAge, Optional<ServerKey> serverKey) {

    static final String MAX_AGE = "passage.key.max.age";
    private static final Duration LEAST = Duration.ofDays(2);

    /** Checks the age: a key can't be replaced faster than its successor is published. */
    public KeyConfig {
        if (maxAge.compareTo(LEAST) < 0) {
            throw new ConfigurationException(MAX_AGE, "must be at least two days, P2D");
        }
    }
}
