package io.github.passage4j.server.client;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Objects;

/** Notes who sent a request. */
@WebFilter({"/auth/v1/*", "/api/v1/*"})
public class ClientFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private final transient TrustedProxies proxies;
    private final transient CurrentClient current;

    /** Makes the filter. */
    @Inject
    public ClientFilter(TrustedProxies proxies, CurrentClient current) {
        this.proxies = proxies;
        this.current = current;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String address =
                proxies.clientOf(request.getRemoteAddr(), Collections.list(request.getHeaders(TrustedProxies.HEADER)));
        current.set(new Client(address, Objects.requireNonNullElse(request.getHeader("User-Agent"), "")));
        chain.doFilter(request, response);
    }
}
