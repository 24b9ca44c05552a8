package io.github.passage4j.core.limits;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The budgets of one {@link RateLimit}, one for each key. At most so many are kept: the one that was not used for the longest time is
 * forgotten first, and whoever comes back then finds a full one. Thread-safe.
 */
public final class Budgets {

    private final RateLimit limit;
    private final TimeMeter time;
    private final Map<String, Bucket> buckets;

    /**
     * Makes full budgets.
     *
     * @param capacity most budgets that are kept
     */
    public Budgets(RateLimit limit, int capacity, Clock clock) {
        this.limit = limit;
        this.time = new ClockTime(clock);
        this.buckets = new LeastRecentlyUsed(capacity);
    }

    /** Takes one request out of the budget of this key. */
    public Spending spend(String key) {
        ConsumptionProbe probe = bucket(key).tryConsumeAndReturnRemaining(1);
        return new Spending(
                limit,
                probe.isConsumed(),
                probe.getRemainingTokens(),
                Duration.ofNanos(probe.getNanosToWaitForRefill()),
                Duration.ofNanos(probe.getNanosToWaitForReset()));
    }

    /** How long this key has to wait for something to spend; zero when it need not. Takes nothing. */
    public Duration untilNext(String key) {
        Bucket known;
        synchronized (buckets) {
            known = buckets.get(key);
        }
        return known == null
                ? Duration.ZERO
                : Duration.ofNanos(known.estimateAbilityToConsume(1).getNanosToWaitForRefill());
    }

    private Bucket bucket(String key) {
        synchronized (buckets) {
            return buckets.computeIfAbsent(key, absent -> fullBucket());
        }
    }

    private Bucket fullBucket() {
        return Bucket.builder()
                .addLimit(bandwidth ->
                        bandwidth.capacity(limit.burst()).refillGreedy(limit.perMinute(), Duration.ofMinutes(1)))
                .withCustomTimePrecision(time)
                .build();
    }

    /** How many budgets are kept now. */
    int size() {
        synchronized (buckets) {
            return buckets.size();
        }
    }

    /**
     * What came of a request to spend.
     *
     * @param limit whose budget it was
     * @param isAllowed whether there was anything left
     * @param remaining what is left now
     * @param untilNext when there will be something again; zero when there is
     * @param untilFull when the budget will be full again
     */
    public record Spending(
            RateLimit limit, boolean isAllowed, long remaining, Duration untilNext, Duration untilFull) {}

    private static final class LeastRecentlyUsed extends LinkedHashMap<String, Bucket> {

        private static final long serialVersionUID = 1L;

        private final int capacity;

        LeastRecentlyUsed(int capacity) {
            super(16, 0.75f, true);
            this.capacity = capacity;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > capacity;
        }
    }

    private record ClockTime(Clock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            Instant now = clock.instant();
            return now.getEpochSecond() * 1_000_000_000 + now.getNano();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
