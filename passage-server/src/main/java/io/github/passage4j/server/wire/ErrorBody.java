package io.github.passage4j.server.wire;

import java.util.Map;

/**
 * The body of every refusal.
 *
 * @param code one of {@link ErrorCode}, in lower case
 * @param error a sentence for developers
 */
public record ErrorBody(String code, String error) {

    private static final Map<Integer, String> SENTENCES = Map.of(
            403, "This is not allowed here.",
            404, "There is nothing at this address.",
            405, "This address does not know the method.",
            406, "Answers are application/json.",
            413, "The body is too large.",
            415, "The body must be application/json.",
            501, "This server does not know the method.");

    /** The body for what the container refuses: with a code that clients know for the status, where there is one. */
    static ErrorBody of(int status) {
        String unnamed = status < 500 ? "The request is not valid." : "Internal server error.";
        return new ErrorBody(code(status).text(), SENTENCES.getOrDefault(status, unnamed));
    }

    private static ErrorCode code(int status) {
        return switch (status) {
            case 403 -> ErrorCode.OPERATION_NOT_ALLOWED;
            case 404 -> ErrorCode.APP_NOT_FOUND;
            case 501 -> ErrorCode.INVALID_REQUEST;
            default -> status < 500 ? ErrorCode.INVALID_REQUEST : ErrorCode.INTERNAL_SERVER_ERROR;
        };
    }
}
