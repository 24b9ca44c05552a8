package io.github.passage4j.core.token;

import java.time.Duration;

/** Keys that can't be had. */
public final class OfflineKeys {

    private OfflineKeys() {}

    public static SigningKeys keys() {
        return keyId -> {
            throw new KeysUnavailableException(Duration.ofSeconds(7), null);
        };
    }
}
