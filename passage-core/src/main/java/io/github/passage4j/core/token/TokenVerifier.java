package io.github.passage4j.core.token;

import io.github.passage4j.core.config.PassageClock;
import io.github.passage4j.core.config.PassageConfig;
import io.github.passage4j.core.token.InvalidTokenException.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.util.Optional;

/**
 * Decides whether a Passage auth token is genuine, meant for this app, and alive (RFC 7519 §7.2, RFC 8725).
 *
 * <p>Accepted is RS256 only, signed with a published key, {@code aud} containing the app id, {@code exp} in the future and {@code nbf} and
 * {@code iat} in the past with {@link PassageConfig#clockSkew()} of leeway, a {@code sub}, and, when present, an {@code iss} of the app's own
 * issuer. Keys or addresses that a token brings along ({@code jwk}, {@code jku}, {@code x5c}, {@code x5u}) are never used.
 *
 * <p>Everything that needs no key is checked first, so that only a token which would otherwise be accepted can make the issuer be asked for
 * its keys. A token that passed is remembered until its {@code exp}; until then it costs no signature check, unless its key is no longer
 * published.
 *
 * <p>Thread-safe.
 */
@ApplicationScoped
public class TokenVerifier {

    /** Longest token that is looked at, in characters. */
    public static final int MAX_LENGTH = 8192;

    private final SigningKeys keys;
    private final ClaimsCheck claimsCheck;
    private final VerifiedTokens verified;
    private final VerificationCounts counts = new VerificationCounts();

    @Inject
    public TokenVerifier(SigningKeys keys, PassageConfig config, @PassageClock Clock clock) {
        this.keys = keys;
        this.claimsCheck = new ClaimsCheck(config, clock);
        this.verified = new VerifiedTokens(keys, clock);
    }

    @SuppressWarnings("NullAway") // only the proxy of the container uses it
    protected TokenVerifier() {
        this.keys = null;
        this.claimsCheck = null;
        this.verified = null;
    }

    /**
     * Checks a token in JWS compact serialization (RFC 7515 §7.1).
     *
     * @throws InvalidTokenException when a check fails
     * @throws KeysUnavailableException when no key can be had to check the signature with
     */
    public VerifiedToken verify(String token) {
        try {
            Optional<VerifiedToken> known = verified.find(token);
            if (known.isPresent()) {
                counts.remember();
                return known.get();
            }
            VerifiedToken genuine = verifyFirst(token);
            counts.accept();
            return genuine;
        } catch (InvalidTokenException e) {
            counts.refuse(e.reason());
            throw e;
        } catch (KeysUnavailableException e) {
            counts.leaveUndecided();
            throw e;
        }
    }

    /** What came of the tokens so far. */
    public VerificationCounts counts() {
        return counts;
    }

    /**
     * Checks the token of a request that carries another one besides. The other one may be anything, but when it is valid it must name the same
     * user: nobody could tell whose request it is.
     *
     * @throws InvalidTokenException when the token is refused or contradicted
     * @throws KeysUnavailableException when no key can be had to check a signature with
     */
    public VerifiedToken verify(String token, String besides) {
        VerifiedToken genuine = verify(token);
        if (!besides.equals(token) && namesSomebodyElse(besides, genuine)) {
            counts.refuse(Reason.CONTRADICTED);
            throw new InvalidTokenException(Reason.CONTRADICTED, "Two tokens name different users");
        }
        return genuine;
    }

    private boolean namesSomebodyElse(String token, VerifiedToken than) {
        try {
            return !verify(token).subject().equals(than.subject());
        } catch (InvalidTokenException e) {
            return false;
        }
    }

    private VerifiedToken verifyFirst(String token) {
        CompactJws jws = CompactJws.parse(token);
        String keyId = HeaderCheck.keyId(jws.header());
        VerifiedToken genuine = claimsCheck.check(jws.claims());
        RSAPublicKey key = keys.find(keyId)
                .orElseThrow(() -> new InvalidTokenException(Reason.UNKNOWN_KEY, "The key is not a published one"));
        if (!jws.isSignedBy(key)) {
            throw new InvalidTokenException(Reason.SIGNATURE, "The signature does not fit");
        }
        verified.add(token, genuine, keyId, key);
        return genuine;
    }
}
