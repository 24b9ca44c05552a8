package io.github.passage4j.core.management;

import io.github.passage4j.core.config.Secret;
import jakarta.json.JsonObject;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Tokens that took the place of older ones. Nothing about them has been checked.
 *
 * @param authToken the new auth token
 * @param refreshToken the new refresh token, {@code null} when the one before stays in use
 * @param refreshLife how long refreshing is possible at most; zero when Passage does not say
 */
public record RefreshedTokens(Secret authToken, @Nullable Secret refreshToken, Duration refreshLife) {

    static RefreshedTokens from(JsonObject wire) {
        String refreshToken = Wire.text(wire, "refresh_token");
        return new RefreshedTokens(
                new Secret(Wire.text(wire, "auth_token")),
                refreshToken.isEmpty() ? null : new Secret(refreshToken),
                Duration.ofSeconds(Math.max(0, Wire.number(wire, "refresh_token_expiration"))));
    }
}
