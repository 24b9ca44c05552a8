package io.github.passage4j.core.authentication;

import java.time.Duration;

/** A session is not renewed now, because too many refresh tokens from the same address were refused. */
final class RenewalLimitException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    RenewalLimitException(Duration retryAfter) {
        super("Sessions of this address are not renewed for " + retryAfter.toMillis()
                + " ms: too many refresh tokens were refused");
        this.retryAfter = retryAfter;
    }

    /** When one may be shown again. */
    Duration retryAfter() {
        return retryAfter;
    }
}
