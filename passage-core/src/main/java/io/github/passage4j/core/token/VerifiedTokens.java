package io.github.passage4j.core.token;

import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Remembers tokens that passed every check, at most {@link #CAPACITY} of them.
 *
 * <p>What is remembered counts until the token's {@code exp}, without leeway, and as long as the key it was verified with is still the
 * published one: that is asked on every look-up, so a withdrawn key takes its tokens along.
 *
 * <p>Two generations bound the memory: when the younger is full it becomes the older, and what was in the older and not used since is
 * forgotten. Thread-safe; concurrent writers may exceed the bound by one entry each.
 */
final class VerifiedTokens {

    /** Most tokens that are remembered. With tokens of usual length that is about 10 MB. */
    static final int CAPACITY = 10_000;

    private final SigningKeys keys;
    private final Clock clock;
    private final int generationSize;
    private volatile Map<String, Entry> younger = new ConcurrentHashMap<>();
    private volatile Map<String, Entry> older = Map.of();

    VerifiedTokens(SigningKeys keys, Clock clock) {
        this(keys, clock, CAPACITY);
    }

    VerifiedTokens(SigningKeys keys, Clock clock, int capacity) {
        this.keys = keys;
        this.clock = clock;
        this.generationSize = capacity / 2;
    }

    /**
     * What this very token was found to say.
     *
     * @return empty when it has to be verified (again)
     * @throws KeysUnavailableException when it can't be told whether the key is still published
     */
    Optional<VerifiedToken> find(String token) {
        Entry entry = entry(token);
        if (entry == null) {
            return Optional.empty();
        }
        if (entry.counts(keys, clock)) {
            return Optional.of(entry.verified());
        }
        younger.remove(token);
        return Optional.empty();
    }

    private @Nullable Entry entry(String token) {
        Entry young = younger.get(token);
        if (young != null) {
            return young;
        }
        Entry old = older.get(token);
        if (old != null) {
            put(token, old);
        }
        return old;
    }

    void add(String token, VerifiedToken verified, String keyId, RSAPublicKey key) {
        put(token, new Entry(verified, keyId, key));
    }

    private void put(String token, Entry entry) {
        if (younger.size() >= generationSize) {
            age();
        }
        younger.put(token, entry);
    }

    private synchronized void age() {
        if (younger.size() >= generationSize) {
            older = younger;
            younger = new ConcurrentHashMap<>();
        }
    }

    /** How many are remembered now, counting one that is in both generations twice. */
    int size() {
        return younger.size() + older.size();
    }

    private record Entry(VerifiedToken verified, String keyId, RSAPublicKey key) {

        boolean counts(SigningKeys keys, Clock clock) {
            return clock.instant().isBefore(verified.expiry())
                    && keys.find(keyId).filter(key::equals).isPresent();
        }
    }
}
