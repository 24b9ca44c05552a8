package io.github.passage4j.server.limits;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The budgets of one {@link RateLimit}, one for each key. So many are kept; the one that was not used for the longest time is forgotten
 * first, and whoever comes back then finds a full one. Thread-safe.
 */
final class Budgets {

    private final RateLimit limit;
    private final TimeMeter time;
    private final Map<String, Bucket> buckets;

    Budgets(RateLimit limit, int capacity, Clock clock) {
        this.limit = limit;
        this.time = new ClockTime(clock);
        this.buckets = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
                return size() > capacity;
            }
        };
    }

    /**
     * Takes one out of the budget of a key.
     *
     * @return how long there will be nothing more to take; zero when it was taken
     */
    Duration spend(String key) {
        return Duration.ofNanos(bucket(key).tryConsumeAndReturnRemaining(1).getNanosToWaitForRefill());
    }

    private Bucket bucket(String key) {
        synchronized (buckets) {
            return buckets.computeIfAbsent(key, absent -> Bucket.builder()
                    .addLimit(
                            bandwidth -> bandwidth.capacity(limit.burst()).refillGreedy(limit.refill(), limit.period()))
                    .withCustomTimePrecision(time)
                    .build());
        }
    }

    /** How many are kept now. */
    int size() {
        synchronized (buckets) {
            return buckets.size();
        }
    }

    private record ClockTime(Clock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return ChronoUnit.NANOS.between(Instant.EPOCH, clock.instant());
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
