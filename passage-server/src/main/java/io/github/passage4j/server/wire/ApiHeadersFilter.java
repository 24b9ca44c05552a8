package io.github.passage4j.server.wire;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Headers of every API answer, errors too. The Auth API is open to pages of any origin: no cookie takes part in it, and
 * what a page may do there depends on tokens and on the origin that the authenticator signed.
 */
@WebFilter({"/auth/v1/*", "/api/v1/*"})
public class ApiHeadersFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader("Cache-Control", "no-store");
        boolean isForBrowsers = "/auth/v1".equals(request.getServletPath());
        if (isForBrowsers) {
            response.setHeader("Access-Control-Allow-Origin", "*");
        }
        String contentType = request.getHeader("Content-Type");
        if (isForBrowsers && isPreflight(request)) {
            answerPreflight(response);
        } else if (contentType != null && !MediaTypeCheck.isWellFormed(contentType)) {
            ServletError.write(response, HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isPreflight(HttpServletRequest request) {
        return "OPTIONS".equals(request.getMethod()) && request.getHeader("Access-Control-Request-Method") != null;
    }

    /** Any header may be sent, as of clients with {@code extraHeaders}; {@code *} alone leaves out Authorization (Fetch §4.9). */
    private static void answerPreflight(HttpServletResponse response) {
        response.setHeader(
                "Access-Control-Allow-Headers",
                "Content-Type, Authorization, Passage-Version, Passage-Element-Version, *");
        response.setHeader("Access-Control-Allow-Methods", "GET, POST, PATCH, DELETE");
        response.setHeader("Access-Control-Max-Age", "7200");
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }
}
