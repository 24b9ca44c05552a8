package io.github.passage4j.server.token;

import org.jspecify.annotations.Nullable;

/**
 * The result of a sign-in (Passage contract 2.4).
 *
 * @param authToken the token
 * @param redirectUrl where the page goes next, never blank
 * @param refreshToken opaque, for one use; absent when the app has no refresh tokens
 * @param refreshTokenExpiration seconds until refreshing ends for good; absent with the refresh token
 */
public record AuthResult(
        String authToken,
        String redirectUrl,
        @Nullable String refreshToken,
        @Nullable Integer refreshTokenExpiration) {

    /** The answer around it. */
    public record Answer(AuthResult authResult) {}

    /** Tells nothing of the tokens. */
    @Override
    public String toString() {
        return "AuthResult[***]";
    }
}
