package io.github.passage4j.faces.security;

import jakarta.faces.application.ViewExpiredException;
import jakarta.json.Json;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/**
 * Where the container sends every error that nobody answered, also of paths that belong to no archive: a page for people, a problem
 * (RFC 9457) for programs. Neither tells anything internal.
 */
@WebServlet("/error")
public class ErrorServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (!(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        int answered = statusOf(request, status);
        response.setStatus(answered);
        if (Client.prefersJson(request)) {
            problem(response, answered);
        } else {
            ErrorPage.of(answered).render(request, response);
        }
    }

    /** The container calls every exception a failure of ours; this one is a form that the client kept too long. */
    private static int statusOf(HttpServletRequest request, int status) {
        boolean isExpired = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure
                && Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                        .anyMatch(ViewExpiredException.class::isInstance);
        return isExpired ? ErrorPage.VIEW_EXPIRED.getStatus() : status;
    }

    private static void problem(HttpServletResponse response, int status) throws IOException {
        byte[] body = Json.createObjectBuilder()
                .add("type", "about:blank")
                .add("title", title(status))
                .add("status", status)
                .build()
                .toString()
                .getBytes(StandardCharsets.UTF_8);
        response.setContentType("application/problem+json");
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** The status in words (RFC 9110 §15). */
    private static String title(int status) {
        return switch (status) {
            case 400 -> "Bad Request";
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 405 -> "Method Not Allowed";
            case 409 -> "Conflict";
            case 500 -> "Internal Server Error";
            case 503 -> "Service Unavailable";
            default -> status < 500 ? "Client Error" : "Server Error";
        };
    }
}
