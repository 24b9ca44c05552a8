package io.github.passage4j.core.authentication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.Json;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Answers as an API does: {@code WWW-Authenticate: Bearer} (RFC 6750 §3) and a problem body (RFC 9457). */
@ApplicationScoped
public class BearerChallenge implements AuthenticationChallenge {

    private static final String SCHEME = "Bearer realm=\"passage\"";

    @Override
    public void anonymous(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("WWW-Authenticate", SCHEME);
        problem(
                response,
                401,
                "Unauthorized",
                "A Passage auth token is needed: Authorization header or cookie " + SessionCookie.NAME + ".");
    }

    @Override
    public void refused(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("WWW-Authenticate", SCHEME + ", error=\"invalid_token\"");
        problem(
                response,
                401,
                "Unauthorized",
                "The auth token was refused: it is malformed, expired, or not meant for this app.");
    }

    @Override
    public void unavailable(HttpServletRequest request, HttpServletResponse response, Duration retryAfter)
            throws IOException {
        response.setHeader("Retry-After", Long.toString(Math.max(1, retryAfter.toSeconds())));
        problem(response, 503, "Service Unavailable", "The auth token can't be checked right now.");
    }

    private static void problem(HttpServletResponse response, int status, String title, String detail)
            throws IOException {
        byte[] body = Json.createObjectBuilder()
                .add("type", "about:blank")
                .add("title", title)
                .add("status", status)
                .add("detail", detail)
                .build()
                .toString()
                .getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType("application/problem+json");
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(body.length);
        // Closed, not flushed: what comes after, such as an exception mapper, would write into the client's next answer
        try (ServletOutputStream out = response.getOutputStream()) {
            out.write(body);
        }
    }
}
