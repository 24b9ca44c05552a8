package io.github.passage4j.faces.page;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Lets error pages have the navigation of whoever asked. */
public class CallerFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private final transient CallerBean caller;

    @Inject
    public CallerFilter(CallerBean caller) {
        this.caller = caller;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        caller.remember();
        chain.doFilter(request, response);
    }
}
