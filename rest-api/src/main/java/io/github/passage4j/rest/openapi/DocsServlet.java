package io.github.passage4j.rest.openapi;

import io.github.passage4j.rest.problem.Problem;
import io.github.passage4j.rest.problem.ServletProblem;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;

/** The page to try the API, and the files it is made of: all from this archive, nothing from elsewhere. Open to everyone. */
@WebServlet("/docs/*")
public class DocsServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final String PAGE = "index.html";
    private static final Map<String, String> TYPES = Map.of(
            PAGE,
            "text/html; charset=UTF-8",
            "docs.css",
            "text/css; charset=UTF-8",
            "docs.js",
            "text/javascript; charset=UTF-8",
            "swagger-ui.css",
            "text/css; charset=UTF-8",
            "swagger-ui-bundle.js",
            "text/javascript; charset=UTF-8");

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!Set.of("GET", "HEAD", "OPTIONS").contains(request.getMethod())) {
            response.setHeader("Allow", "GET, HEAD, OPTIONS");
            ServletProblem.write(response, Problem.of(405, "The documentation can only be read."));
        } else if ("OPTIONS".equals(request.getMethod())) {
            response.setHeader("Allow", "GET, HEAD, OPTIONS");
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else {
            answer(request.getPathInfo(), response);
        }
    }

    private void answer(String path, HttpServletResponse response) throws IOException {
        if ("/".equals(path)) {
            response.setHeader("Location", "../docs");
            response.setStatus(308);
            return;
        }
        String name = path == null ? PAGE : path.substring(1);
        if (TYPES.containsKey(name) && (path == null || !PAGE.equals(name))) {
            send(name, response);
        } else {
            ServletProblem.write(response, Problem.of(404, "There is nothing at this address."));
        }
    }

    private void send(String name, HttpServletResponse response) throws IOException {
        try (InputStream file = getServletContext().getResourceAsStream("/WEB-INF/docs/" + name)) {
            byte[] content = file.readAllBytes();
            response.setContentType(TYPES.get(name));
            response.setContentLength(content.length);
            response.setHeader("Content-Security-Policy", POLICY);
            if (!PAGE.equals(name)) {
                response.setHeader("Cache-Control", "max-age=3600");
            }
            response.getOutputStream().write(content);
        }
    }
}
