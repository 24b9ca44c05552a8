package io.github.passage4j.rest.metrics;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/**
 * Counts every request by method, route and status ({@code passage_api_requests_total}), and measures each route's time in milliseconds
 * ({@code passage_api_request_milliseconds}). Not with the registry's timer: its mean and maximum come out in another unit than their names say.
 */
public class RequestMetricsFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private static final String REQUESTS = "passage_api_requests";
    private static final String TIME = "passage_api_request_milliseconds";
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private final transient MetricRegistry registry;

    @Inject
    public RequestMetricsFilter(MetricRegistry registry) {
        this.registry = registry;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        long start = System.nanoTime();
        try {
            chain.doFilter(request, response);
        } finally {
            count(request, response.getStatus(), Duration.ofNanos(System.nanoTime() - start));
        }
    }

    private void count(HttpServletRequest request, int status, Duration time) {
        Tag route = new Tag("route", route(request));
        Tag method = new Tag("method", METHODS.contains(request.getMethod()) ? request.getMethod() : "other");
        registry.counter(REQUESTS, method, route, new Tag("status", Integer.toString(status)))
                .inc();
        registry.histogram(TIME, route).update(time.toMillis());
    }

    private static String route(HttpServletRequest request) {
        Object matched = request.getAttribute(RouteFilter.ROUTE);
        String servlet = request.getServletPath().isEmpty() ? "none" : request.getServletPath();
        return Objects.requireNonNullElse(matched, servlet).toString();
    }
}
