package io.github.passage4j.faces.page;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Serves {@code /assets/v<version>/<file>}: the file, to be kept for ever when the version is the present one. */
@WebFilter(AssetsBean.ROOT + "*")
public class AssetsFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final Pattern VERSIONED = Pattern.compile(AssetsBean.ROOT + "v([0-9a-f]{4,64})/(.+)");

    @Inject
    @SuppressWarnings("serial") // filters are never serialized
    AssetsBean assets;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Matcher versioned = VERSIONED.matcher(request.getServletPath());
        if (!versioned.matches()) {
            response.setHeader("Cache-Control", "no-cache");
            chain.doFilter(request, response);
            return;
        }
        String file = AssetsBean.ROOT + versioned.group(2);
        boolean isPresent = versioned.group(1).equals(assets.getVersion())
                && request.getServletContext().getResource(file) != null;
        response.setHeader("Cache-Control", isPresent ? "public, max-age=31536000, immutable" : "no-cache");
        request.getRequestDispatcher(file).forward(request, response);
    }
}
