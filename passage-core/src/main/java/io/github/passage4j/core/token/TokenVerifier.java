package io.github.passage4j.core.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.github.passage4j.core.config.PassageConfig;
import io.github.passage4j.core.token.InvalidTokenException.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Clock;
import java.util.Locale;

/**
 * Decides whether a Passage auth token is genuine, meant for this app, and alive (RFC 7519 §7.2, RFC 8725).
 *
 * <p>Accepted is RS256 only, signed with a published key, {@code aud} containing the app id, {@code exp} in the future and {@code nbf} in the
 * past with {@link PassageConfig#clockSkew()} of leeway, a non-blank {@code sub}, and, when present, an {@code iss} of the app's own issuer.
 * Keys or addresses that a token brings along ({@code jwk}, {@code jku}, {@code x5c}, {@code x5u}) are never used.
 *
 * <p>Thread-safe.
 */
@ApplicationScoped
public class TokenVerifier {

    /** Longest token that is looked at, in characters. */
    public static final int MAX_LENGTH = 8192;

    private final SigningKeys keys;
    private final ClaimsCheck claimsCheck;

    @Inject
    public TokenVerifier(SigningKeys keys, PassageConfig config, Clock clock) {
        this.keys = keys;
        this.claimsCheck = new ClaimsCheck(config, clock);
    }

    @SuppressWarnings("NullAway") // only the proxy of the container uses it
    protected TokenVerifier() {
        this.keys = null;
        this.claimsCheck = null;
    }

    /**
     * Checks a token in JWS compact serialization (RFC 7515 §7.1).
     *
     * @throws InvalidTokenException when a check fails
     * @throws KeysUnavailableException when no key can be had to check the signature with
     */
    public VerifiedToken verify(String token) {
        SignedJWT jwt = CompactJws.parse(token);
        checkHeader(jwt.getHeader());
        JWTClaimsSet claims = claims(jwt);
        VerifiedToken verified = claimsCheck.check(claims);
        checkSignature(jwt);
        return verified;
    }

    private static void checkHeader(JWSHeader header) {
        if (!JWSAlgorithm.RS256.equals(header.getAlgorithm())) {
            throw new InvalidTokenException(Reason.ALGORITHM, "The algorithm must be RS256");
        }
        if (header.getType() != null && !"jwt".equals(header.getType().getType().toLowerCase(Locale.ROOT))) {
            throw new InvalidTokenException(Reason.TYPE, "The type must be JWT");
        }
        if (header.getCriticalParams() != null || header.getIncludedParams().contains("b64")) {
            throw new InvalidTokenException(Reason.CRITICAL_HEADER, "Header extensions are not supported");
        }
        if (header.getKeyID() == null || header.getKeyID().isBlank()) {
            throw new InvalidTokenException(Reason.UNKNOWN_KEY, "The key id is missing");
        }
    }

    private static JWTClaimsSet claims(SignedJWT jwt) {
        try {
            return jwt.getJWTClaimsSet();
        } catch (ParseException e) {
            throw new InvalidTokenException(Reason.MALFORMED, "The claims are malformed", e);
        }
    }

    private void checkSignature(SignedJWT jwt) {
        RSAPublicKey key = keys.find(jwt.getHeader().getKeyID())
                .orElseThrow(() -> new InvalidTokenException(Reason.UNKNOWN_KEY, "The key is not a published one"));
        try {
            if (!jwt.verify(new RSASSAVerifier(key))) {
                throw new InvalidTokenException(Reason.SIGNATURE, "The signature does not fit");
            }
        } catch (JOSEException e) {
            throw new InvalidTokenException(Reason.SIGNATURE, "The signature can't be checked", e);
        }
    }
}
