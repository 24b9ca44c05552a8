package io.github.passage4j.rest.origin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** What a request says about the page that sent it (Fetch §3.1, Fetch Metadata §2.2). */
final class RequestOrigin {

    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private final HttpServletRequest request;

    RequestOrigin(HttpServletRequest request) {
        this.request = request;
    }

    /** The origins of the page, when the browser tells: one. More than one come from no browser. */
    List<String> headers() {
        return Collections.list(request.getHeaders("Origin"));
    }

    /** How the page's site relates to this one: {@code same-origin}, {@code same-site}, {@code cross-site} or {@code none}. */
    List<String> sites() {
        return Collections.list(request.getHeaders("Sec-Fetch-Site"));
    }

    boolean isPreflight() {
        return "OPTIONS".equals(request.getMethod()) && request.getHeader("Access-Control-Request-Method") != null;
    }

    boolean isChangeByCookie() {
        return !SAFE_METHODS.contains(request.getMethod())
                && request.getHeader("Authorization") == null
                && request.getCookies() != null;
    }
}
