package io.github.passage4j.server.operator;

import io.github.passage4j.server.client.LoopbackClients;
import io.github.passage4j.server.config.ServerConfig;
import io.github.passage4j.server.wire.Bearer;
import io.github.passage4j.server.wire.ServletError;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Lets calls of this machine pass that carry the operator key. */
@WebFilter(OperatorGate.PATH + "/*")
public class OperatorGate extends HttpFilter {

    static final String PATH = "/operator/v1";

    private static final long serialVersionUID = 1L;

    private final transient OperatorKey key;
    private final transient ServerConfig config;

    /** Makes the gate. */
    @Inject
    public OperatorGate(OperatorKey key, ServerConfig config) {
        this.key = key;
        this.config = config;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader("Cache-Control", "no-store");
        if (!LoopbackClients.allow(request, config.origin().host())) {
            ServletError.write(response, HttpServletResponse.SC_NOT_FOUND);
        } else if (Bearer.token(request.getHeader("Authorization"))
                .filter(key::opensWith)
                .isEmpty()) {
            ServletError.write(response, HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            chain.doFilter(request, response);
        }
    }
}
