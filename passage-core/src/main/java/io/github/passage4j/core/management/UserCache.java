package io.github.passage4j.core.management;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Keeps what Passage said of a user for {@link #MAX_AGE}, and lets all who ask for one user at once share one call. Failures are shared by
 * those who waited for them and not kept. Thread-safe.
 */
final class UserCache {

    /** The oldest answer that is given, counted from the moment when Passage was asked. */
    static final Duration MAX_AGE = Duration.ofSeconds(3);

    /** Most users that are kept. */
    static final int CAPACITY = 10_000;

    private final Clock clock;
    private final Map<String, Entry> entries = new ConcurrentHashMap<>();

    UserCache(Clock clock) {
        this.clock = clock;
    }

    /** The kept answer, else that of the call under way, else that of {@code load}. */
    PassageUser get(String passageId, Supplier<PassageUser> load) {
        Entry mine = new Entry(clock.instant());
        Entry current =
                entries.compute(passageId, (id, known) -> known != null && known.counts(mine.asked) ? known : mine);
        if (current == mine) {
            makeRoom(mine.asked);
            fill(passageId, mine, load);
        }
        return answer(current);
    }

    private void fill(String passageId, Entry entry, Supplier<PassageUser> load) {
        try {
            entry.user.complete(load.get());
        } catch (RuntimeException | Error e) {
            entries.remove(passageId, entry);
            entry.user.completeExceptionally(e);
        }
    }

    private static PassageUser answer(Entry entry) {
        try {
            return entry.user.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    /** Forgets what is kept of a user who has changed; whoever waits for a call under way still gets its answer. */
    void forget(String passageId) {
        entries.remove(passageId);
    }

    int size() {
        return entries.size();
    }

    private void makeRoom(Instant now) {
        if (entries.size() > CAPACITY) {
            entries.values().removeIf(entry -> !entry.counts(now));
        }
        if (entries.size() > CAPACITY) {
            entries.clear();
        }
    }

    /** An answer that was given or is awaited; one differs from the next even when they say the same. */
    private static final class Entry {

        private final Instant asked;
        private final CompletableFuture<PassageUser> user = new CompletableFuture<>();

        Entry(Instant asked) {
            this.asked = asked;
        }

        boolean counts(Instant now) {
            return !user.isDone() || now.isBefore(asked.plus(MAX_AGE));
        }
    }
}
