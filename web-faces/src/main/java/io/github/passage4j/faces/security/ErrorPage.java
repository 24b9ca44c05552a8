package io.github.passage4j.faces.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The error pages. Each has its texts in the bundle under {@code error.<key>}. */
public enum ErrorPage {
    BAD_REQUEST(400),
    UNAUTHORIZED(401),
    FORBIDDEN(403),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    VIEW_EXPIRED(409),
    FAILURE(500),
    UNAVAILABLE(503);

    static final String VIEW = "/WEB-INF/pages/error.xhtml";

    /** Attribute of a request whose error page offers another login address than the plain one. */
    static final String LOGIN = "loginAddress";

    private static final String ATTRIBUTE = "errorPage";

    private final int status;

    ErrorPage(int status) {
        this.status = status;
    }

    /** The page for a status: its own, else the one of its class. */
    static ErrorPage of(int status) {
        for (ErrorPage page : values()) {
            if (page.status == status) {
                return page;
            }
        }
        return status < 500 ? BAD_REQUEST : FAILURE;
    }

    public int getStatus() {
        return status;
    }

    /** Prefix of the page's texts in the bundle. */
    public String getKey() {
        return "error." + status;
    }

    /** Whether signing in is the way on. */
    public boolean isSignInHelps() {
        return this == UNAUTHORIZED;
    }

    /** Whether asking for the same address again may work. */
    public boolean isRetryHelps() {
        return this == VIEW_EXPIRED || this == FAILURE || this == UNAVAILABLE;
    }

    /** Renders the page; the caller sets the status. */
    void render(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        request.setAttribute(ATTRIBUTE, this);
        response.setHeader("Cache-Control", "no-store");
        request.getRequestDispatcher(VIEW).forward(new AsGet(request), response);
    }

    /** An error page is only looked at, whatever the request that failed wanted to do. */
    private static final class AsGet extends WithoutPostback {

        AsGet(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getMethod() {
            return "GET";
        }
    }
}
