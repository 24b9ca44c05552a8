package io.github.passage4j.core.authentication;

import jakarta.servlet.http.Cookie;

/** What all cookies of a session have in common: HttpOnly, {@code SameSite=Lax}, path {@code /}. */
final class BrowserCookie {

    private BrowserCookie() {}

    /**
     * Makes a cookie.
     *
     * @param maxAgeSeconds how long the browser keeps it; 0 removes it, -1 keeps it until the browser is closed
     * @param secure whether browsers send it over https only
     */
    static Cookie of(String name, String value, long maxAgeSeconds, boolean secure) {
        Cookie cookie = new Cookie(name, value);
        cookie.setPath("/");
        cookie.setMaxAge(Math.toIntExact(Math.min(maxAgeSeconds, Integer.MAX_VALUE)));
        cookie.setHttpOnly(true);
        cookie.setSecure(secure);
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }
}
