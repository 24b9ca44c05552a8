package io.github.passage4j.core.authentication;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a request carries its token: the {@code Authorization} header (RFC 6750 §2.1), else the session cookie.
 *
 * <p>A header that is present but is not one bearer token is never rescued by a cookie: what it offers is the empty token, which no check
 * accepts. The same goes for several headers, and for several cookies that differ.
 */
final class OfferedToken {

    private static final Pattern BEARER = Pattern.compile("Bearer +(\\S+) *", Pattern.CASE_INSENSITIVE);
    private static final String UNUSABLE = "";

    private OfferedToken() {}

    /** The header, else the cookie. */
    static Optional<TokenCredential> in(HttpServletRequest request) {
        Optional<TokenCredential> header = fromHeader(request);
        return header.isPresent() ? header : fromCookie(request);
    }

    /** The header alone, whatever the cookies say. */
    static Optional<TokenCredential> fromHeader(HttpServletRequest request) {
        List<String> headers = Collections.list(request.getHeaders("Authorization"));
        return headers.isEmpty() ? Optional.empty() : Optional.of(new TokenCredential(bearer(headers)));
    }

    /** The cookie alone, whatever the headers say. */
    static Optional<TokenCredential> fromCookie(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) {
            return Optional.empty();
        }
        List<String> tokens = Arrays.stream(cookies)
                .filter(cookie -> SessionCookie.NAME.equals(cookie.getName()))
                .map(Cookie::getValue)
                .filter(value -> value != null && !value.isEmpty())
                .distinct()
                .toList();
        return tokens.isEmpty()
                ? Optional.empty()
                : Optional.of(new TokenCredential(tokens.size() == 1 ? tokens.get(0) : UNUSABLE));
    }

    private static String bearer(List<String> headers) {
        Matcher matcher = BEARER.matcher(headers.get(0));
        return headers.size() == 1 && matcher.matches() ? matcher.group(1) : UNUSABLE;
    }
}
