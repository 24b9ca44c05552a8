package io.github.passage4j.faces.security;

import io.github.passage4j.faces.session.SessionServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;

/** What kind of client asks, and therefore what kind of answer it can use. */
enum Client {
    /** A person's browser that shows a page. */
    BROWSER,
    /** The Faces script in a page, which expects a partial response. */
    FACES_AJAX,
    /** A program, which expects JSON. */
    API;

    static Client of(HttpServletRequest request) {
        if ("partial/ajax".equals(request.getHeader("Faces-Request"))) {
            return FACES_AJAX;
        }
        return SessionServlet.PATH.equals(request.getServletPath()) || prefersJson(request) ? API : BROWSER;
    }

    /** Whether the client asks for JSON and does not mention HTML. */
    static boolean prefersJson(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        if (accept == null) {
            return false;
        }
        String types = accept.toLowerCase(Locale.ROOT);
        return (types.contains("application/json") || types.contains("+json")) && !types.contains("text/html");
    }
}
