package io.github.passage4j.faces.security;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Lets the inline script of a PrimeFaces component run: for the few pages that have one ({@code web.xml}), and for that script only. */
public class NonceFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private final transient ContentSecurityPolicy policy;

    @Inject
    public NonceFilter(ContentSecurityPolicy policy) {
        this.policy = policy;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader("Content-Security-Policy", policy.withNonce(PageNonce.make(request)));
        chain.doFilter(request, response);
    }
}
