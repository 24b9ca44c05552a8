package io.github.passage4j.core.authentication;

import io.github.passage4j.core.management.PassageApiException;
import io.github.passage4j.core.management.PassageSessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;

/**
 * The session of a browser: two cookies that no script can read, one with the auth token, one with the refresh token that renews it
 * ({@link SessionRenewal}). Thread-safe.
 */
@ApplicationScoped
public class BrowserSession {

    private static final System.Logger LOG = System.getLogger(BrowserSession.class.getName());

    private final SessionCookie cookie;
    private final RefreshCookie refreshCookie;
    private final PassageSessions sessions;

    @Inject
    public BrowserSession(SessionCookie cookie, RefreshCookie refreshCookie, PassageSessions sessions) {
        this.cookie = cookie;
        this.refreshCookie = refreshCookie;
        this.sessions = sessions;
    }

    @SuppressWarnings("NullAway") // only the proxy of the container uses it
    protected BrowserSession() {
        this.cookie = null;
        this.refreshCookie = null;
        this.sessions = null;
    }

    /**
     * Starts a session that ends with its auth token.
     *
     * @param token an auth token that was verified
     */
    public void start(HttpServletResponse response, String token, Instant expiry) {
        cookie.set(response, token, expiry);
        refreshCookie.clear(response);
    }

    /**
     * Starts a session that is renewed while it is in use.
     *
     * @param token an auth token that was verified
     * @param refreshToken the refresh token that came with it
     * @param refreshLife how long it can be used; until the browser is closed when zero
     * @throws IllegalArgumentException when the refresh token is none
     */
    public void start(
            HttpServletResponse response, String token, Instant expiry, String refreshToken, Duration refreshLife) {
        if (!RefreshCookie.isToken(refreshToken) || refreshLife.isNegative()) {
            throw new IllegalArgumentException("refreshToken can't be one");
        }
        cookie.set(response, token, expiry);
        refreshCookie.set(response, refreshToken, refreshLife);
    }

    /** Sets a new auth token that was verified, and leaves the refresh token as it is. */
    void extend(HttpServletResponse response, String token, Instant expiry) {
        cookie.set(response, token, expiry);
    }

    /**
     * Ends the session: the browser forgets both cookies, and Passage takes the refresh token no more. When Passage can't be told, the
     * browser forgets them all the same.
     */
    public void end(HttpServletRequest request, HttpServletResponse response) {
        forget(response);
        refreshCookie.in(request).ifPresent(this::tellPassage);
    }

    /** Makes the browser forget both cookies: for sessions that are over at Passage already. */
    public void forget(HttpServletResponse response) {
        cookie.clear(response);
        refreshCookie.clear(response);
    }

    private void tellPassage(String refreshToken) {
        try {
            sessions.end(refreshToken);
        } catch (PassageApiException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "A session ended in the browser only: Passage answered {0}",
                    e.status());
        }
    }
}
