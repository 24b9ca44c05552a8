package io.github.passage4j.rest.limits;

import io.github.passage4j.core.limits.Budgets.Spending;
import io.github.passage4j.core.limits.RateLimit;
import io.github.passage4j.rest.problem.Problem;
import io.github.passage4j.rest.problem.ServletProblem;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * Answers 429 (RFC 6585 §4) to whoever has spent their budget, and tells everyone what is left of it: headers {@code RateLimit} and
 * {@code RateLimit-Policy} (draft-ietf-httpapi-ratelimit-headers), and {@code Retry-After}.
 */
public class RateLimitFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private final transient RateLimits limits;

    @Inject
    public RateLimitFilter(RateLimits limits) {
        this.limits = limits;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<Spending> spending = limits.spend(request);
        spending.ifPresent(spent -> tell(response, spent));
        if (spending.isPresent() && !spending.get().isAllowed()) {
            response.setHeader(
                    "Retry-After", Long.toString(seconds(spending.get().untilNext())));
            ServletProblem.write(response, Problem.of(429, "Too many requests: try again later."));
        } else {
            chain.doFilter(request, response);
        }
    }

    private static void tell(HttpServletResponse response, Spending spent) {
        RateLimit limit = spent.limit();
        response.setHeader(
                "RateLimit-Policy",
                "\"" + limit.name() + "\";q=" + limit.burst() + ";w="
                        + limit.window().toSeconds());
        response.setHeader(
                "RateLimit", "\"" + limit.name() + "\";r=" + spent.remaining() + ";t=" + seconds(spent.untilFull()));
    }

    /** Whole seconds, rounded up. */
    private static long seconds(Duration duration) {
        return duration.plusNanos(999_999_999).toSeconds();
    }
}
