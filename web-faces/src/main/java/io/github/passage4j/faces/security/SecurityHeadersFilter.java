package io.github.passage4j.faces.security;

import io.github.passage4j.core.config.PassageConfig;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Sets the security headers of every response of this archive, also of error pages and of pages that the challenge renders. Pages are never
 * stored by the browser: what they show depends on who is signed in. Scripts and styles go compressed to whoever can read that; pages do not, as
 * their length would tell of what is in them.
 */
public class SecurityHeadersFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final String FEATURES = "publickey-credentials-create=(self), publickey-credentials-get=(self), "
            + "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()";

    private final transient ContentSecurityPolicy policy;
    private final transient PassageConfig config;

    @Inject
    public SecurityHeadersFilter(ContentSecurityPolicy policy, PassageConfig config) {
        this.policy = policy;
        this.config = config;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader("Content-Security-Policy", policy.getValue());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Permissions-Policy", FEATURES);
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        if ("https".equals(config.origin().getScheme())) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
        if (isStatic(request)) {
            response.setHeader("Vary", "Accept-Encoding");
        } else {
            response.setHeader("Cache-Control", "no-store");
        }
        if (isStatic(request) && GzipResponse.suits(request)) {
            try (GzipResponse compressed = GzipResponse.around(response)) {
                chain.doFilter(request, compressed);
            }
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isStatic(HttpServletRequest request) {
        String path = request.getServletPath();
        return path.startsWith("/assets/") || path.startsWith("/jakarta.faces.resource/");
    }
}
