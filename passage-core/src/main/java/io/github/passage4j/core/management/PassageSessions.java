package io.github.passage4j.core.management;

/**
 * The sign-ins of browsers, as the Auth API keeps them by refresh tokens. {@link io.github.passage4j.core.authentication.SessionRenewal}
 * and {@link io.github.passage4j.core.authentication.BrowserSession} call it for an app whose sessions are cookies. Thread-safe.
 */
public interface PassageSessions {

    /**
     * Exchanges a refresh token for fresh tokens: {@code POST /tokens}. Never tried twice: Passage takes each refresh token once.
     *
     * @throws PassageApiException with status 400, 401, 403 or 404 when the token is of no use any more; otherwise when Passage gives no
     *     usable answer
     */
    RefreshedTokens refresh(String refreshToken);

    /**
     * Ends the sign-in that the refresh token belongs to: {@code DELETE /tokens}. An unknown one is no failure.
     *
     * @throws PassageApiException when Passage refuses or gives no usable answer
     */
    void end(String refreshToken);
}
