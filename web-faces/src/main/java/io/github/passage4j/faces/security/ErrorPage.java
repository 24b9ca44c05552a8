package io.github.passage4j.faces.security;

import io.github.passage4j.faces.page.ReturnAddress;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The error pages. Each has its texts in the bundle under {@code error.<key>}, where the key is the status unless it says more. */
public enum ErrorPage {
    BAD_REQUEST(400),
    UNAUTHORIZED(401),
    ACCOUNT_GONE(401, "account-gone"),
    FORBIDDEN(403),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    CONFLICT(409),
    VIEW_EXPIRED(409, "view-expired"),
    FAILURE(500),
    UNAVAILABLE(503),
    PASSAGE_SILENT(503, "passage-silent");

    static final String VIEW = "/WEB-INF/pages/error.xhtml";

    /** Attribute of a request whose error page offers another login address than the plain one. */
    static final String LOGIN = "loginAddress";

    /** Attribute of a request whose error page is not the one of its status. */
    static final String ATTRIBUTE = "errorPage";

    private static final String RETRY = "retryAddress";

    private final int status;
    private final String key;

    ErrorPage(int status) {
        this(status, Integer.toString(status));
    }

    ErrorPage(int status, String key) {
        this.status = status;
        this.key = "error." + key;
    }

    /** The page for a status: the first that has it, else the one of its class. */
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

    /** Id of what the page says, such as {@code error-404}. */
    public String getId() {
        return key.replace('.', '-');
    }

    /** Prefix of the page's texts in the bundle. */
    public String getKey() {
        return key;
    }

    /** Whether signing in is the way on. */
    public boolean isSignInHelps() {
        return this == UNAUTHORIZED || this == ACCOUNT_GONE;
    }

    /** Whether opening the page anew, from where the request came, may work. */
    public boolean isRetryHelps() {
        return this == CONFLICT || this == VIEW_EXPIRED || this == FAILURE || status == 503;
    }

    /** Answers with this page, where the one of its status would say something else. */
    public void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        request.setAttribute(ATTRIBUTE, this);
        response.sendError(status);
    }

    /** Renders the page; the caller sets the status. */
    void render(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        request.setAttribute(ATTRIBUTE, this);
        request.setAttribute(RETRY, ReturnAddress.retryOf(request));
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
