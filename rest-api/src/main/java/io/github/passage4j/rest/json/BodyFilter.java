package io.github.passage4j.rest.json;

import io.github.passage4j.rest.problem.Problem;
import io.github.passage4j.rest.problem.ProblemException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.Map;

/**
 * Refuses bodies by what their headers say, before a byte of them is read: announced as longer than {@value StrictJson#MAX_BYTES} bytes, or
 * compressed (RFC 9110 §8.4), so that a small body can't unfold into a large one. Length without announcement is {@link StrictJson}'s business.
 */
@Provider
public class BodyFilter implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        if (announcedLength(request) > StrictJson.MAX_BYTES) {
            throw StrictJson.tooLong();
        }
        String coding = request.getHeaderString(HttpHeaders.CONTENT_ENCODING);
        if (coding != null && !coding.isBlank() && !"identity".equalsIgnoreCase(coding.strip())) {
            throw new ProblemException(
                    Problem.of(415, "The body must not be compressed."), Map.of("Accept-Encoding", "identity"));
        }
    }

    private static long announcedLength(ContainerRequestContext request) {
        String length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        return length != null && length.matches("\\d{1,18}") ? Long.parseLong(length) : -1;
    }
}
