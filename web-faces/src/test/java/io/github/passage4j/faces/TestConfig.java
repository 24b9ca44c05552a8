package io.github.passage4j.faces;

import io.github.passage4j.core.config.PassageConfig;
import java.net.URI;
import java.time.Duration;
import java.util.Set;

/** Settings of an app on a public origin, and of one on this machine. */
public final class TestConfig {

    public static final String APP_ID = "TestApp00000000000000001";

    private TestConfig() {}

    public static PassageConfig hosted() {
        return withOrigin("https://shop.example");
    }

    public static PassageConfig local() {
        return withOrigin("http://localhost:8080");
    }

    public static PassageConfig withOrigin(String origin) {
        return withAuthUrl(origin, origin + "/passage/auth/v1");
    }

    public static PassageConfig withAuthUrl(String origin, String authUrl) {
        return config(origin, authUrl, origin + "/passage/api/v1");
    }

    /** An app whose Passage is at this address. */
    public static PassageConfig withPassage(String passage) {
        return config("https://shop.example", passage + "/auth/v1", passage + "/api/v1");
    }

    public static PassageConfig withApiUrl(String apiUrl) {
        return config("https://shop.example", "https://shop.example/passage/auth/v1", apiUrl);
    }

    private static PassageConfig config(String origin, String authUrl, String apiUrl) {
        return new PassageConfig(
                APP_ID,
                null,
                URI.create(origin),
                URI.create(authUrl),
                URI.create(apiUrl),
                Duration.ofSeconds(60),
                Set.of());
    }
}
