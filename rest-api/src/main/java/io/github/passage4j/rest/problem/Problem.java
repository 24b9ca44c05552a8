package io.github.passage4j.rest.problem;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
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
@Schema(
        name = "Problem",
        description = "A problem detail (RFC 9457)",
        requiredProperties = {"type", "title", "status"})
public record Problem(
        @Schema(description = "The status says what kind of problem it is", example = "about:blank")
        String type,

        @Schema(description = "The status in words", example = "Bad Request")
        String title,

        @Schema(description = "The HTTP status", example = "400")
        int status,

        @Schema(description = "What was wrong with this request", example = "name must not be blank") @Nullable
        String detail,

        @Schema(description = "The fields that were refused, if a field is to blame") @Nullable
        List<Violation> violations) {

    /** {@code application/problem+json}. */
    public static final MediaType MEDIA_TYPE = new MediaType("application", "problem+json");

    private static final int CONTENT_TOO_LARGE = 413;
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
    @Schema(
            name = "Violation",
            description = "A field that was refused",
            requiredProperties = {"field", "message"})
    public record Violation(
            @Schema(description = "Name of the member or parameter", example = "name")
            String field,

            @Schema(description = "What is wrong with it", example = "must not be blank")
            String message) {}

    /** A problem of this status. */
    public static Problem of(int status, @Nullable String detail) {
        return new Problem(ABOUT_BLANK, titleOf(status), status, detail, null);
    }

    /** A field of the request was refused: status 400. */
    public static Problem ofField(String field, String message) {
        return ofFields(List.of(new Violation(field, message)));
    }

    /** Fields of the request were refused: status 400. */
    public static Problem ofFields(List<Violation> violations) {
        String detail = violations.stream()
                .map(violation -> violation.field() + " " + violation.message())
                .reduce((one, other) -> one + "; " + other)
                .orElse("The request is not valid");
        return new Problem(ABOUT_BLANK, titleOf(400), 400, detail, violations);
    }

    /** A problem of this status, when nobody knows more about it. */
    static Problem ofStatus(int status) {
        return of(status, detailOf(status));
    }

    private static String detailOf(int status) {
        return switch (status) {
            case 403 -> "The caller may not do this.";
            case 404 -> "There is nothing at this address.";
            case 405 -> "The address does not support this method; see the Allow header.";
            case 406 -> "The answer is not available in a type that the Accept header names.";
            case 415 -> "The body's type is not supported; see the documentation of the address.";
            case 500 -> "The server failed.";
            default -> "The request can't be processed.";
        };
    }

    private static String titleOf(int status) {
        if (status == CONTENT_TOO_LARGE) {
            return "Content Too Large"; // JAX-RS still has the phrase of RFC 2616
        }
        Response.Status known = Response.Status.fromStatusCode(status);
        return known == null ? "Error " + status : known.getReasonPhrase();
    }
}
