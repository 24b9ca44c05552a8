package io.github.passage4j.faces.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Following a link never posts a form back, whatever parameters the link has: only a POST does. */
public class LinkFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean isPost = "POST".equals(request.getMethod());
        chain.doFilter(isPost ? request : new WithoutPostback(request), response);
    }
}
