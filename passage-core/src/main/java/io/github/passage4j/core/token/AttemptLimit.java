package io.github.passage4j.core.token;

import java.time.Duration;
import java.time.Instant;

/** Allows one attempt in each interval. Not thread-safe. */
final class AttemptLimit {

    private final Duration interval;
    private Instant last = Instant.MIN;

    AttemptLimit(Duration interval) {
        this.interval = interval;
    }

    boolean tryAcquire(Instant now) {
        boolean allowed = hasPassed(interval, last, now);
        if (allowed) {
            last = now;
        }
        return allowed;
    }

    /** Whether that long has passed since; a clock that was set back counts as passed. */
    static boolean hasPassed(Duration time, Instant since, Instant now) {
        return since.equals(Instant.MIN) || now.isBefore(since) || !now.isBefore(since.plus(time));
    }
}
