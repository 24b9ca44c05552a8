package io.github.passage4j.server.wire;

import java.time.Duration;

/** 429 (RFC 6585 §4): the caller did this too often and may do so again after a while. */
public class TooManyRequestsException extends PassageException {

    private static final long serialVersionUID = 1L;

    private static final int STATUS = 429;

    private final long seconds;

    /**
     * A refusal for now.
     *
     * @param wait until it is worth another try
     */
    public TooManyRequestsException(Duration wait) {
        // No code of the contract goes with 429; its clients refuse codes that they don't know
        super(ErrorCode.OPERATION_NOT_ALLOWED, STATUS, "Too many requests: please try again later.");
        this.seconds = wait.plusNanos(999_999_999).toSeconds();
    }

    /** The wait in whole seconds, rounded up, for {@code Retry-After}. */
    public long seconds() {
        return seconds;
    }
}
