package io.github.passage4j.server;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** Lets one caller a minute clean up, whoever comes first. */
public final class PurgeSchedule {

    private static final Duration BETWEEN = Duration.ofMinutes(1);

    private final AtomicReference<Instant> next = new AtomicReference<>(Instant.MIN);

    /** Cleans up when it is time to. */
    public void ifDue(Instant now, Consumer<Instant> purge) {
        Instant due = next.get();
        if (!now.isBefore(due) && next.compareAndSet(due, now.plus(BETWEEN))) {
            purge.accept(now);
        }
    }
}
