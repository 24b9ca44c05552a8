package io.github.passage4j.rest.origin;

import io.github.passage4j.rest.problem.Problem;
import io.github.passage4j.rest.problem.ServletProblem;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Stands before every request: sets the headers that all answers share, answers preflights of the origins that are allowed (Fetch §3.2), and
 * refuses a change that rests on the cookie alone and comes from another origin.
 */
public class OriginFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private final transient AllowedOrigins allowed;

    @Inject
    public OriginFilter(AllowedOrigins allowed) {
        this.allowed = allowed;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        response.setHeader("Referrer-Policy", "no-referrer");
        if (allowed.areNamed()) {
            response.addHeader("Vary", "Origin");
        }
        RequestOrigin origin = new RequestOrigin(request);
        if (allowed.mayCall(origin)) {
            allowed.grant(origin, response);
            if (origin.isPreflight()) {
                response.setStatus(HttpServletResponse.SC_NO_CONTENT);
                return;
            }
        }
        if (origin.isChangeByCookie() && !allowed.mayUseCookie(origin)) {
            ServletProblem.write(
                    response, Problem.of(403, "A change from another origin needs an Authorization header."));
            return;
        }
        chain.doFilter(request, response);
    }
}
