package io.github.passage4j.server.token;

import org.jspecify.annotations.Nullable;

/**
 * The result of a sign-in (Passage contract 2.4).
 *
 * @param authToken the token
 * @param redirectUrl where the page goes next, never blank
 * @param refreshToken opaque, for one use; absent when the app has no refresh tokens
 * @param refreshTokenExpiration seconds until refreshing ends for good; absent with the refresh token
 * @param unconfirmedPasskeys ours: passkeys that were there before the address was verified just now, by whomever;
 *     absent when there are none
 */
public record AuthResult(
        String authToken,
        String redirectUrl,
        @Nullable String refreshToken,
        @Nullable Integer refreshTokenExpiration,
        @Nullable Integer unconfirmedPasskeys) {

    /** A result as the contract knows it. */
    AuthResult(
            String authToken,
            String redirectUrl,
            @Nullable String refreshToken,
            @Nullable Integer refreshTokenExpiration) {
        this(authToken, redirectUrl, refreshToken, refreshTokenExpiration, null);
    }

    /** The same with a number of passkeys that the owner should look at; 0 leaves it out. */
    public AuthResult withUnconfirmedPasskeys(int number) {
        return number == 0
                ? this
                : new AuthResult(authToken, redirectUrl, refreshToken, refreshTokenExpiration, number);
    }

    /** The answer around it. */
    public record Answer(AuthResult authResult) {}

    /** Tells nothing of the tokens. */
    @Override
    public String toString() {
        return "AuthResult[***]";
    }
}
