package io.github.passage4j.core;

import io.github.passage4j.core.config.PassageConfig;
import io.github.passage4j.core.config.Secret;
import java.net.URI;
import java.util.Set;

/** Settings for tests. */
public final class TestConfig {

    public static final String APP_ID = "q7Zk2mWd9XaBcE4fGhJ1tYuP";
    public static final String API_KEY = "test-api-key";
    public static final String ADMIN = "adm1nV8sLq2KdT0yHb7MwXc3e";

    private TestConfig() {}

    public static PassageConfig passageAt(URI server) {
        return new PassageConfig(
                APP_ID,
                new Secret(API_KEY),
                URI.create("https://shop.example"),
                server.resolve("/auth/v1"),
                server.resolve("/api/v1"),
                PassageConfig.DEFAULT_CLOCK_SKEW,
                Set.of(ADMIN));
    }

    public static PassageConfig standard() {
        return passageAt(URI.create("https://passage.example"));
    }
}
