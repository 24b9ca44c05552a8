package io.github.passage4j.core.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.KeyType;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import io.github.passage4j.core.config.PassageConfig;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The issuer's JWK set (RFC 7517), fetched over HTTP when first needed and kept.
 *
 * <ul>
 *   <li>A set is used for {@link #TIME_TO_LIVE}; from {@link #REFRESH_AHEAD} before its end the next request starts a refresh in the
 *       background.
 *   <li>An unknown key id makes it fetch again, at most twice in {@link #MIN_INTERVAL}, whatever callers send.
 *   <li>While the issuer is away the last set stays in use, for {@link #OUTAGE} at most.
 *   <li>Nobody waits longer than {@link #LOCK_TIMEOUT} and one fetch.
 * </ul>
 *
 * <p>Thread-safe.
 */
@ApplicationScoped
public class RemoteJwks implements SigningKeys {

    /** How long a fetched set is trusted: the bound within which a withdrawn key is refused while the issuer answers. */
    static final Duration TIME_TO_LIVE = Duration.ofMinutes(4);

    static final Duration REFRESH_AHEAD = Duration.ofMinutes(1);
    static final Duration LOCK_TIMEOUT = Duration.ofMillis(1500);
    static final Duration MIN_INTERVAL = Duration.ofSeconds(10);
    static final Duration OUTAGE = Duration.ofHours(12);

    private static final int MIN_KEY_BITS = 2048;

    private final HttpJwkSetSource http;
    private final JWKSource<SecurityContext> source;

    @Inject
    public RemoteJwks(PassageConfig config) {
        this.http = new HttpJwkSetSource(config.jwksUri());
        this.source = JWKSourceBuilder.create(http)
                .refreshAheadCache(REFRESH_AHEAD.toMillis(), false)
                .cache(TIME_TO_LIVE.toMillis(), LOCK_TIMEOUT.toMillis())
                .rateLimited(MIN_INTERVAL.toMillis())
                .outageTolerant(OUTAGE.toMillis())
                .build();
    }

    @SuppressWarnings("NullAway") // only the proxy of the container uses it
    protected RemoteJwks() {
        this.http = null;
        this.source = null;
    }

    @Override
    public Optional<RSAPublicKey> find(String keyId) {
        try {
            List<JWK> found = source.get(new JWKSelector(usableKey(keyId)), null);
            return found.isEmpty()
                    ? Optional.empty()
                    : Optional.of(found.get(0).toRSAKey().toRSAPublicKey());
        } catch (KeySourceException e) {
            // A set was had, but no further fetch is allowed or possible now: the id is not among the keys that are
            // known
            if (http.hasDelivered()) {
                return Optional.empty();
            }
            throw new KeysUnavailableException(MIN_INTERVAL, e);
        } catch (JOSEException e) {
            return Optional.empty();
        }
    }

    private static JWKMatcher usableKey(String keyId) {
        return new JWKMatcher.Builder()
                .keyID(keyId)
                .keyType(KeyType.RSA)
                .keyUses(KeyUse.SIGNATURE, null)
                .algorithms(JWSAlgorithm.RS256, null)
                .minKeySize(MIN_KEY_BITS)
                .build();
    }

    @PreDestroy
    void close() {
        if (source instanceof Closeable closeable) {
            try {
                closeable.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
