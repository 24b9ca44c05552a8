package io.github.passage4j.faces.page;

import jakarta.servlet.http.HttpServletResponse;

/**
 * A redirect whose {@code Location} is a path (RFC 9110 §10.2.2). The container's own would build an absolute address from the
 * {@code Host} header, which the client chooses.
 */
public final class RelativeRedirect {

    private RelativeRedirect() {}

    /**
     * Answers with the redirect.
     *
     * @param status {@link HttpServletResponse#SC_FOUND} or {@link HttpServletResponse#SC_SEE_OTHER}
     * @param path of this server, starting with one slash
     */
    public static void send(HttpServletResponse response, int status, String path) {
        response.setStatus(status);
        response.setHeader("Location", path);
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(0);
    }
}
