package io.github.passage4j.server.testing;

import io.github.passage4j.server.apps.App;
import io.github.passage4j.server.apps.MetadataField;
import io.github.passage4j.server.config.Origin;
import io.github.passage4j.server.config.Secret;
import io.github.passage4j.server.config.ServerConfig;
import io.github.passage4j.server.limits.RateLimits;
import java.nio.file.Path;
import java.time.Instant;

/** Sample apps and settings. */
public final class Samples {

    /** Id of the sample app. */
    public static final String APP_ID = "q7Zk2mWd9XaBcE4fGhJ1tYuP";

    /** Origin of the sample app. */
    public static final Origin ORIGIN = Origin.parse("https://shop.example");

    /** Time when everything was made. */
    public static final Instant NOW = Instant.parse("2026-11-21T10:00:00.123456Z");

    private Samples() {}

    /** Settings with everything in a directory. */
    public static ServerConfig config(Path directory) {
        return new ServerConfig(
                ORIGIN,
                directory,
                APP_ID,
                Secret.of("sample-api-key"),
                "https://passage.example/passage/auth/v1",
                "https://passage.example/passage/api/v1");
    }

    /** The sample app. */
    public static App app() {
        return app(APP_ID);
    }

    /** An app with another id. */
    public static App app(String id) {
        App app = new App(id, "Example Shop", ORIGIN, NOW);
        app.addMetadataField(new MetadataField("f1", "nickname", "Nickname", MetadataField.Type.STRING, false, true));
        return app;
    }

    /** Limits that limit nothing. */
    public static RateLimits noLimits() {
        return new RateLimits() {}; // as for the container's proxy: switched off
    }

    /** An authenticator in front of the sample app's pages. */
    public static SoftwareAuthenticator authenticator() {
        return SoftwareAuthenticator.at(ORIGIN.value(), ORIGIN.host());
    }
}
