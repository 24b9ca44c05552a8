package io.github.passage4j.core.token;

import io.github.passage4j.core.config.PassageClock;
import io.github.passage4j.core.config.PassageConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * The issuer's JWK set (RFC 7517), fetched when first needed and kept.
 *
 * <table>
 *   <caption>What a look-up does</caption>
 *   <tr><th>Keys</th><th>Key asked for</th><th>Does</th></tr>
 *   <tr><td>younger than {@link #FRESH}</td><td>known</td><td>answers</td></tr>
 *   <tr><td>older</td><td>known</td><td>answers, and fetches in the background</td></tr>
 *   <tr><td>not asked for since {@link #MAX_AGE}</td><td>known</td><td>fetches, then answers: a withdrawn key is refused</td></tr>
 *   <tr><td>younger than {@link #OUTAGE}</td><td>unknown</td><td>fetches, then answers</td></tr>
 *   <tr><td>none, or older</td><td>any</td><td>fetches, then answers or gives up</td></tr>
 * </table>
 *
 * <p>There is one fetch at a time, which all who need it wait for, for {@link #PATIENCE} at most. Fetches for keys that are needed and fetches
 * for unknown key ids start at most once in {@link #INTERVAL} each, whatever callers send. While the issuer is away the last keys stay in
 * use; whoever comes within the interval after a failure does not wait at all.
 *
 * <p>Nimbus's own {@code JWKSourceBuilder} was not used: see decision 0010. Thread-safe.
 */
@ApplicationScoped
public class RemoteJwks implements SigningKeys {

    /** Age up to which keys are used without another thought. */
    static final Duration FRESH = Duration.ofMinutes(3);

    /** Age from which the issuer is asked before keys are used again: the bound for refusing a withdrawn key while the issuer answers. */
    static final Duration MAX_AGE = Duration.ofSeconds(270);

    /** How long keys are used while the issuer can't be asked. */
    static final Duration OUTAGE = Duration.ofHours(12);

    /** Time between two fetches for the same reason. */
    static final Duration INTERVAL = Duration.ofSeconds(10);

    /** The longest that a caller waits for a fetch. */
    static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final System.Logger LOG = System.getLogger(RemoteJwks.class.getName());

    private final JwksEndpoint endpoint;
    private final Clock clock;
    private final AttemptLimit refreshes = new AttemptLimit(INTERVAL);
    private final AttemptLimit searches = new AttemptLimit(INTERVAL);

    private final LongAdder fetches = new LongAdder();
    private final LongAdder failedFetches = new LongAdder();

    private volatile PublishedKeys keys = PublishedKeys.NONE;
    private volatile Instant fetched = Instant.MIN;
    private volatile Instant asked = Instant.MIN;
    private volatile @Nullable Throwable lastFailure;
    private @Nullable CompletableFuture<?> underWay;

    @Inject
    public RemoteJwks(PassageConfig config, @PassageClock Clock clock) {
        this(new HttpJwksEndpoint(config.jwksUri()), clock);
    }

    RemoteJwks(JwksEndpoint endpoint, Clock clock) {
        this.endpoint = endpoint;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway") // only the proxy of the container uses it
    protected RemoteJwks() {
        this.endpoint = null;
        this.clock = null;
    }

    @Override
    public Optional<RSAPublicKey> find(String keyId) {
        Instant now = clock.instant();
        if (!isUsable(now)) {
            return afterFirstFetch(keyId, now);
        }
        Optional<RSAPublicKey> known = keys.find(keyId);
        return known.isPresent() ? whileFresh(keyId, known, now) : afterSearch(keyId, now);
    }

    private boolean isUsable(Instant now) {
        return !fetched.equals(Instant.MIN) && now.isBefore(fetched.plus(OUTAGE));
    }

    private Optional<RSAPublicKey> whileFresh(String keyId, Optional<RSAPublicKey> known, Instant now) {
        if (!AttemptLimit.hasPassed(FRESH, fetched, now)) {
            return known;
        }
        boolean mustAsk = AttemptLimit.hasPassed(MAX_AGE, asked, now);
        CompletableFuture<?> fetch = fetch(refreshes, now);
        if (mustAsk) {
            await(fetch);
            return keys.find(keyId);
        }
        return known;
    }

    private Optional<RSAPublicKey> afterSearch(String keyId, Instant now) {
        await(fetch(searches, now));
        return keys.find(keyId);
    }

    private Optional<RSAPublicKey> afterFirstFetch(String keyId, Instant now) {
        await(fetch(refreshes, now));
        if (!isUsable(now)) {
            throw new KeysUnavailableException(INTERVAL, lastFailure);
        }
        return keys.find(keyId);
    }

    /** The fetch that is under way, or a new one if the limit allows it; already done when there is none. */
    private synchronized CompletableFuture<?> fetch(AttemptLimit limit, Instant now) {
        if (underWay != null) {
            return underWay;
        }
        if (!limit.tryAcquire(now)) {
            return CompletableFuture.completedFuture(null);
        }
        CompletableFuture<?> attempt = endpoint.fetch().handle((answer, failure) -> record(answer, failure, now));
        underWay = attempt.isDone() ? null : attempt;
        return attempt;
    }

    private synchronized PublishedKeys record(
            @Nullable PublishedKeys answer, @Nullable Throwable failure, Instant started) {
        if (answer != null) {
            keys = answer;
            fetched = started;
            lastFailure = null;
            fetches.increment();
        } else if (failure != null) {
            Throwable cause =
                    failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
            lastFailure = cause;
            failedFetches.increment();
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The issuer''s keys could not be fetched: {0}",
                    String.valueOf(cause.getMessage()));
        }
        asked = started;
        underWay = null;
        return keys;
    }

    /** How often the keys were fetched since the start. */
    public long fetches() {
        return fetches.sum();
    }

    /** How often fetching them failed since the start. */
    public long failedFetches() {
        return failedFetches.sum();
    }

    private static void await(CompletableFuture<?> fetch) {
        try {
            fetch.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            // What is known then has to do
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
