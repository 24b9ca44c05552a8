package io.github.passage4j.server.wire;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Headers of the Elements' modules: pages of any origin may import them, and ask each time whether they changed. They go
 * compressed to whoever can read that. The example page, which shows them, is sent alike.
 */
@WebFilter({"*.js", "*.mjs", "*.css", "*.json", "*.html"})
public class ElementsHeadersFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getServletPath();
        boolean isModule = !path.startsWith("/auth/") && !path.startsWith("/api/") && !path.startsWith("/outbox");
        if (isModule) {
            response.setHeader("Cache-Control", "no-cache");
            response.setHeader("Vary", "Accept-Encoding");
            response.setHeader("Access-Control-Allow-Origin", "*");
            response.setCharacterEncoding("UTF-8");
        }
        if (isModule && GzipResponse.suits(request)) {
            try (GzipResponse compressed = GzipResponse.around(response)) {
                chain.doFilter(request, compressed);
            }
        } else {
            chain.doFilter(request, response);
        }
    }
}
