package io.github.passage4j.core.token;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The issuer's keys can't be had, so a token can't be judged: neither accepted nor refused (503). */
public final class KeysUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    KeysUnavailableException(Duration retryAfter, @Nullable Throwable cause) {
        super("The keys of the issuer can't be had" + (cause == null ? "" : ": " + cause.getMessage()), cause);
        this.retryAfter = retryAfter;
    }

    /** When another try makes sense. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
