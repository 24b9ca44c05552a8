package io.github.passage4j.faces.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;

/** Lets through the methods that its parameter {@code allow} lists, as the header {@code Allow} does; any other is 405 (RFC 9110 §15.5.6). */
public class MethodsFilter extends HttpFilter {

    static final String ALLOW = "allow";

    private static final long serialVersionUID = 1L;

    private String allow = "";
    private Set<String> allowed = Set.of();

    @Override
    public void init() {
        allow = getInitParameter(ALLOW);
        allowed = Set.of(allow.split(", "));
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (allowed.contains(request.getMethod())) {
            chain.doFilter(request, response);
        } else {
            response.setHeader("Allow", allow);
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        }
    }
}
