package io.github.passage4j.core.management;

import org.jspecify.annotations.Nullable;

/** The connection failed, or something in front of Passage said that it can't be reached now: worth another try. */
final class PassageHiccupException extends PassageUnavailableException {

    private static final long serialVersionUID = 1L;

    PassageHiccupException(
            int status, @Nullable String code, String message, @Nullable String body, @Nullable Throwable cause) {
        super(status, code, message, body, cause);
    }
}
