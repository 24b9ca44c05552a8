package io.github.passage4j.rest.problem;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A problem detail (RFC 9457 §3).
 *
 * @param type always {@code about:blank}: the status says what kind of problem it is (RFC 9457 §4.2.1)
 * @param title the status in words
 * @param status the HTTP status
 * @param detail what was wrong with this request; never internals of the server
 * @param violations the fields that were refused; absent when no field is to blame
 */
@JsonbPropertyOrder({"type", "title", "status", "detail", "violations"})
public record Problem(
        String type,
        String title,
        int status,
        @Nullable String detail,
        @Nullable List<Violation> violations) {

    /** {@code application/problem+json}. */
    public static final MediaType MEDIA_TYPE = new MediaType("application", "problem+json");

    private static final String ABOUT_BLANK = "about:blank";

    public Problem {
        violations = violations == null || violations.isEmpty() ? null : List.copyOf(violations);
    }

    /**
     * One refused field.
     *
     * @param field name of the member in the request body
     * @param message what is wrong, as the end of a sentence that starts with the field's name
     */
    @JsonbPropertyOrder({"field", "message"})
    public record Violation(String field, String message) {}

    /** A problem of this status. */
    public static Problem of(int status, @Nullable String detail) {
        return new Problem(ABOUT_BLANK, titleOf(status), status, detail, null);
    }

    /** Fields of the request were refused: status 400. */
    public static Problem ofFields(List<Violation> violations) {
        String detail = violations.stream()
                .map(violation -> violation.field() + " " + violation.message())
                .reduce((one, other) -> one + "; " + other)
                .orElse("The request is not valid");
        return new Problem(ABOUT_BLANK, titleOf(400), 400, detail, violations);
    }

    private static String titleOf(int status) {
        Response.Status known = Response.Status.fromStatusCode(status);
        return known == null ? "Error " + status : known.getReasonPhrase();
    }
}
