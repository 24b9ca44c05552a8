package io.github.passage4j.core.authentication;

import io.github.passage4j.core.config.PassageConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The cookie that carries the refresh token between browser and app: HttpOnly, {@code SameSite=Lax}, path {@code /}. On https its name is
 * {@value #SECURE_NAME}, and browsers take it from this very host over https only (RFC 6265bis §4.1.3.2); on {@code http://localhost} it is
 * {@value #LOCAL_NAME}.
 */
@ApplicationScoped
public class RefreshCookie {

    static final String LOCAL_NAME = "psg_refresh_token";
    static final String SECURE_NAME = "__Host-" + LOCAL_NAME;

    private static final int MAX_LENGTH = 2048;

    private final PassageConfig config;

    @Inject
    public RefreshCookie(PassageConfig config) {
        this.config = config;
    }

    @SuppressWarnings("NullAway") // only the proxy of the container uses it
    protected RefreshCookie() {
        this.config = null;
    }

    /** The refresh token of the request; empty when there is none, several that differ, or what can't be one. */
    public Optional<String> in(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) {
            return Optional.empty();
        }
        List<String> values = Arrays.stream(cookies)
                .filter(cookie -> name().equals(cookie.getName()))
                .map(Cookie::getValue)
                .distinct()
                .toList();
        return values.size() == 1 ? Optional.of(values.get(0)).filter(RefreshCookie::isToken) : Optional.empty();
    }

    /**
     * Sets the cookie.
     *
     * @param life how long the browser keeps it; until it is closed when zero
     */
    public void set(HttpServletResponse response, String token, Duration life) {
        response.addCookie(cookie(token, life.isZero() ? -1 : life.toSeconds()));
    }

    /** Makes the browser forget the cookie. */
    public void clear(HttpServletResponse response) {
        response.addCookie(cookie("", 0));
    }

    /** Visible ASCII that a cookie can hold as it is (RFC 6265 §4.1.1). */
    static boolean isToken(String value) {
        return !value.isEmpty()
                && value.length() <= MAX_LENGTH
                && value.chars().allMatch(c -> c > ' ' && c < 0x7F && "\",;\\".indexOf(c) < 0);
    }

    private Cookie cookie(String value, long maxAgeSeconds) {
        return BrowserCookie.of(name(), value, maxAgeSeconds, !config.isLocalOrigin());
    }

    private String name() {
        return config.isLocalOrigin() ? LOCAL_NAME : SECURE_NAME;
    }
}
