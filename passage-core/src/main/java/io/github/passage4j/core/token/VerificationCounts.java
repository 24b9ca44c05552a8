package io.github.passage4j.core.token;

import io.github.passage4j.core.token.InvalidTokenException.Reason;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** How often tokens were judged since the start, by outcome: for metrics. Thread-safe; the numbers are read one by one, not all at one moment. */
public final class VerificationCounts {

    private final LongAdder accepted = new LongAdder();
    private final LongAdder remembered = new LongAdder();
    private final LongAdder undecided = new LongAdder();
    private final Map<Reason, LongAdder> refused;

    VerificationCounts() {
        Map<Reason, LongAdder> counters = new EnumMap<>(Reason.class);
        EnumSet.allOf(Reason.class).forEach(reason -> counters.put(reason, new LongAdder()));
        this.refused = Collections.unmodifiableMap(counters);
    }

    /** Tokens that passed every check. */
    public long accepted() {
        return accepted.sum();
    }

    /** Tokens that were remembered from an earlier check: the hits of the cache. */
    public long remembered() {
        return remembered.sum();
    }

    /** Tokens that nobody could judge because no keys were to be had. */
    public long undecided() {
        return undecided.sum();
    }

    /** Tokens that were refused for this reason. */
    public long refused(Reason reason) {
        return count(reason).sum();
    }

    void accept() {
        accepted.increment();
    }

    void remember() {
        remembered.increment();
    }

    void leaveUndecided() {
        undecided.increment();
    }

    void refuse(Reason reason) {
        count(reason).increment();
    }

    private LongAdder count(Reason reason) {
        LongAdder counter = refused.get(reason);
        if (counter == null) {
            throw new IllegalStateException("Every reason is counted");
        }
        return counter;
    }
}
