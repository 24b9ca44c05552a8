package io.github.passage4j.core.management;

import org.jspecify.annotations.Nullable;

/** Passage gave no answer or failed: opens the circuit breaker when it happens again and again. */
sealed class PassageUnavailableException extends PassageApiException permits PassageHiccupException {

    private static final long serialVersionUID = 1L;

    PassageUnavailableException(
            int status, @Nullable String code, String message, @Nullable String body, @Nullable Throwable cause) {
        super(status, code, message, body, cause);
    }
}
