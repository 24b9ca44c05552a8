package io.github.passage4j.core.authentication;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;

/**
 * How an app answers when a protected resource is asked for without a caller. Each method completes the response.
 *
 * <p>The SDK's own is {@link BearerChallenge}; an app replaces it with an {@code @Alternative} of higher priority.
 */
public interface AuthenticationChallenge {

    /** No token was offered. */
    void anonymous(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException;

    /** A token was offered and refused. */
    void refused(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException;

    /** A token was offered but can't be judged now; another try makes sense after {@code retryAfter}. */
    void unavailable(HttpServletRequest request, HttpServletResponse response, Duration retryAfter)
            throws IOException, ServletException;
}
