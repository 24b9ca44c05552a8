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
            404, "There is nothing at this address.",
            405, "This address does not know the method.",
            406, "Answers are application/json.",
            413, "The body is too large.",
            415, "The body must be application/json.");

    /** The body for what the container refuses: of a code that clients know with the status, where there is one. */
    static ErrorBody of(int status) {
        if (status >= 500) {
            return new ErrorBody(ErrorCode.INTERNAL_SERVER_ERROR.text(), "Internal server error.");
        }
        ErrorCode code =
                status == ErrorCode.APP_NOT_FOUND.status() ? ErrorCode.APP_NOT_FOUND : ErrorCode.INVALID_REQUEST;
        return new ErrorBody(code.text(), SENTENCES.getOrDefault(status, "The request is not valid."));
    }
}
