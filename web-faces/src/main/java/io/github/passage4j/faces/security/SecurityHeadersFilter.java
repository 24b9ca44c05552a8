package io.github.passage4j.faces.security;

import io.github.passage4j.core.config.PassageConfig;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;

/**
 * Sets the security headers of every response of this archive, also of error pages and of pages that the challenge renders. Pages are never
 * stored by the browser: what they show depends on who is signed in.
 */
public class SecurityHeadersFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final String CSP = "Content-Security-Policy";
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
        response.setHeader(CSP, policy.getValue());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Permissions-Policy", FEATURES);
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        if ("https".equals(config.origin().getScheme())) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
        if (!isStatic(request)) {
            response.setHeader("Cache-Control", "no-store");
        }
        chain.doFilter(request, new OnePolicy(response));
    }

    private static boolean isStatic(HttpServletRequest request) {
        String path = request.getServletPath();
        return path.startsWith("/assets/") || path.startsWith("/jakarta.faces.resource/");
    }

    /** PrimeFaces adds a policy to each Faces response: ours with its nonce. That one replaces ours, so that there is only one. */
    private static final class OnePolicy extends HttpServletResponseWrapper {

        OnePolicy(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void addHeader(String name, String value) {
            if (CSP.equalsIgnoreCase(name)) {
                setHeader(name, value);
            } else {
                super.addHeader(name, value);
            }
        }
    }
}
