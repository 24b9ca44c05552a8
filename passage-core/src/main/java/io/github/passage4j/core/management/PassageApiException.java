package io.github.passage4j.core.management;

import org.jspecify.annotations.Nullable;

/**
 * Passage refused a call or could not be reached.
 *
 * <p>{@link #status()} is the HTTP status, or {@link #NO_ANSWER} when no usable answer came. {@link #code()} is Passage's own code such as
 * {@code user_not_found}, absent when the answer carried none.
 */
public final class PassageApiException extends RuntimeException {

    /** The status of a call that got no answer, or none that can be read. */
    public static final int NO_ANSWER = 0;

    private static final long serialVersionUID = 1L;

    private final int status;
    private final @Nullable String code;

    PassageApiException(int status, @Nullable String code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.status = status;
        this.code = code;
    }

    /** HTTP status of the answer, or {@link #NO_ANSWER}. */
    public int status() {
        return status;
    }

    /** Passage's error code, if the answer had one. */
    public @Nullable String code() {
        return code;
    }

    /** Whether Passage says that what was asked for does not exist. */
    public boolean isNotFound() {
        return status == 404;
    }
}
