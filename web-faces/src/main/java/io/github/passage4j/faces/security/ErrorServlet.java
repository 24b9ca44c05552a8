package io.github.passage4j.faces.security;

import jakarta.faces.application.ViewExpiredException;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the container sends every error that nobody answered, also of paths that belong to no archive: a page for people, a problem
 * (RFC 9457) for programs. Neither tells anything internal; a failure of ours has a reference that the log knows, too.
 */
@WebServlet("/error")
public class ErrorServlet extends HttpServlet {

    private static final System.Logger LOG = System.getLogger(ErrorServlet.class.getName());

    private static final String REFERENCE = "errorReference";
    private static final int REFERENCE_LENGTH = 8;
    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (!(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        ErrorPage page = pageOf(request, status);
        int answered = page == ErrorPage.VIEW_EXPIRED ? page.getStatus() : status;
        response.setStatus(answered);
        if (page.isSignInHelps()) {
            UnauthorizedBean.answer(response);
        }
        String reference = page == ErrorPage.FAILURE ? log(request) : null;
        if (Client.prefersJson(request)) {
            problem(response, answered, reference);
        } else {
            request.setAttribute(REFERENCE, reference);
            page.render(request, response);
        }
    }

    /** The container calls every exception a failure of ours; this one is a form that the client kept too long. */
    private static ErrorPage pageOf(HttpServletRequest request, int status) {
        boolean isExpired = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure
                && Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                        .anyMatch(ViewExpiredException.class::isInstance);
        if (isExpired) {
            return ErrorPage.VIEW_EXPIRED;
        }
        return request.getAttribute(ErrorPage.ATTRIBUTE) instanceof ErrorPage chosen && chosen.getStatus() == status
                ? chosen
                : ErrorPage.of(status);
    }

    /** The container has logged the failure itself, on the same thread just before. */
    private static String log(HttpServletRequest request) {
        String reference = UUID.randomUUID().toString().substring(0, REFERENCE_LENGTH);
        LOG.log(
                System.Logger.Level.ERROR,
                "Failure {0} at {1} {2}",
                reference,
                request.getMethod(),
                request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        return reference;
    }

    private static void problem(HttpServletResponse response, int status, @Nullable String reference)
            throws IOException {
        JsonObjectBuilder problem = Json.createObjectBuilder()
                .add("type", "about:blank")
                .add("title", title(status))
                .add("status", status);
        if (reference != null) {
            problem.add("detail", "The server failed. Its log knows more under " + reference + ".");
        }
        byte[] body = problem.build().toString().getBytes(StandardCharsets.UTF_8);
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
