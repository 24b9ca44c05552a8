package io.github.passage4j.core.authentication;

import io.github.passage4j.core.config.PassageClock;
import io.github.passage4j.core.config.PassageConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * The cookie {@code psg_auth_token} that carries the token between browser and app: HttpOnly, {@code SameSite=Lax}, path {@code /}, and
 * {@code Secure} unless the origin is {@code http://localhost} (RFC 6265bis §4.1.2).
 */
@ApplicationScoped
public class SessionCookie {

    /** The name that Passage's own SDKs look for. */
    public static final String NAME = "psg_auth_token";

    private final PassageConfig config;
    private final Clock clock;

    @Inject
    public SessionCookie(PassageConfig config, @PassageClock Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway") // only the proxy of the container uses it
    protected SessionCookie() {
        this.config = null;
        this.clock = null;
    }

    /** Sets the cookie for as long as the token lives. The token must have been verified. */
    public void set(HttpServletResponse response, String token, Instant expiry) {
        long seconds = Math.max(0, Duration.between(clock.instant(), expiry).toSeconds());
        response.addCookie(cookie(token, seconds));
    }

    /** Makes the browser forget the cookie. */
    public void clear(HttpServletResponse response) {
        response.addCookie(cookie("", 0));
    }

    private Cookie cookie(String value, long maxAgeSeconds) {
        return BrowserCookie.of(NAME, value, maxAgeSeconds, !config.isLocalOrigin());
    }
}
