package io.github.passage4j.server.wire;

/** A refusal that the caller is told about: code, status and a sentence. */
public class PassageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final int status;

    /** A refusal with the usual status of its code. */
    public PassageException(ErrorCode code, String error) {
        this(code, code.status(), error);
    }

    /** A refusal with a status that its code usually does not have. */
    public PassageException(ErrorCode code, int status, String error) {
        super(error);
        this.code = code;
        this.status = status;
    }

    /** 400: a named part of the request is missing or wrong. */
    public static PassageException invalid(String field, String problem) {
        return new PassageException(ErrorCode.INVALID_REQUEST, field + ": " + problem);
    }

    /** The code that the caller gets. */
    public ErrorCode code() {
        return code;
    }

    /** The HTTP status that the caller gets. */
    public int status() {
        return status;
    }
}
