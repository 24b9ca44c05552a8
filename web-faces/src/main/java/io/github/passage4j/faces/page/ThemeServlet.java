package io.github.passage4j.faces.page;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;

/**
 * Keeps the choice of light or dark.
 *
 * <pre>
 *   POST /theme    theme, return-to     303 the page that the form is on
 * </pre>
 */
@WebServlet("/theme")
public class ThemeServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient ThemeBean themes;

    @Inject
    public ThemeServlet(ThemeBean themes) {
        this.themes = themes;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Theme> theme = Theme.ofKey(Objects.requireNonNullElse(request.getParameter("theme"), ""));
        if (theme.isEmpty()) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        themes.keep(response, theme.get());
        RelativeRedirect.send(response, HttpServletResponse.SC_SEE_OTHER, ReturnAddress.pageIn(request));
    }
}
