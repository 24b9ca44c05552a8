package io.github.passage4j.faces.session;

import io.github.passage4j.faces.page.JsonBody;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * The refresh token that came with an auth token, as the page script sends it.
 *
 * @param token opaque
 * @param life how long it can be used at most; zero when that is not known
 */
record RefreshGrant(String token, Duration life) {

    private static final int MAX_BYTES = 4096;
    private static final long MAX_SECONDS = Duration.ofDays(400).toSeconds();

    /**
     * Reads the body of a request: {@code {"refresh_token": "…", "refresh_token_expiration": 2592000}}.
     *
     * @return empty when there is no body, or no refresh token in it
     * @throws IllegalArgumentException when the body is something else
     */
    static Optional<RefreshGrant> in(HttpServletRequest request) throws IOException {
        return from(JsonBody.of(request, MAX_BYTES));
    }

    private static Optional<RefreshGrant> from(JsonObject body) {
        JsonValue token = body.getOrDefault("refresh_token", JsonValue.NULL);
        JsonValue seconds = body.getOrDefault("refresh_token_expiration", JsonValue.NULL);
        if (token == JsonValue.NULL) {
            return Optional.empty();
        }
        if (!(token instanceof JsonString text) || !(seconds == JsonValue.NULL || seconds instanceof JsonNumber)) {
            throw new IllegalArgumentException("refresh_token must be a text, refresh_token_expiration a number");
        }
        long life =
                seconds instanceof JsonNumber number ? number.bigDecimalValue().longValue() : 0;
        return Optional.of(
                new RefreshGrant(text.getString(), Duration.ofSeconds(Math.max(0, Math.min(life, MAX_SECONDS)))));
    }

    /** Tells nothing of the token. */
    @Override
    public String toString() {
        return "RefreshGrant[secret]";
    }
}
