package io.github.passage4j.server.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.github.passage4j.server.apps.App;
import io.github.passage4j.server.config.ServerConfig;
import io.github.passage4j.server.jwks.SigningKeys;
import io.github.passage4j.server.token.InvalidTokenException.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.Optional;
import java.util.stream.Collectors;

/** Checks tokens that come back to us, with our own keys and clock: RS256 only, no leeway (RFC 8725 §3). */
@ApplicationScoped
public class TokenVerifier {

    /** The claim that names a sign-in. */
    static final String SESSION = "sid";

    private SigningKeys keys;
    private ServerConfig config;
    private Clock clock;

    /** For the CDI proxy. */
    @SuppressWarnings("NullAway.Init")
    protected TokenVerifier() {}

    /** Makes the verifier. */
    @Inject
    public TokenVerifier(SigningKeys keys, ServerConfig config, Clock clock) {
        this.keys = keys;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Verifies a token of an app.
     *
     * @throws InvalidTokenException when the token is not one of ours for this app, or not good now
     */
    public VerifiedToken verify(App app, String token) {
        SignedJWT jwt = parse(token);
        checkHeader(jwt.getHeader());
        checkSignature(jwt, key(app, jwt.getHeader()));
        JWTClaimsSet claims = claims(jwt);
        check(config.issuer(app.id()).equals(claims.getIssuer()), Reason.ISSUER);
        check(claims.getAudience().contains(app.id()), Reason.AUDIENCE);
        checkTime(claims, clock.instant());
        String subject = claims.getSubject();
        if (subject == null || subject.isBlank()) {
            throw new InvalidTokenException(Reason.SUBJECT);
        }
        return new VerifiedToken(subject, session(claims));
    }

    private static SignedJWT parse(String token) {
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            check(token.equals(canonical(jwt)), Reason.MALFORMED);
            return jwt;
        } catch (ParseException | IllegalArgumentException e) {
            throw new InvalidTokenException(Reason.MALFORMED);
        }
    }

    /** A token has one spelling (RFC 7515 §2): no padding, no stray characters, no loose bits at the end of a part. */
    private static String canonical(SignedJWT jwt) {
        return Arrays.stream(jwt.getParsedParts())
                .map(part -> Base64URL.encode(part.decode()).toString())
                .collect(Collectors.joining("."));
    }

    private static void checkHeader(JWSHeader header) {
        check(JWSAlgorithm.RS256.equals(header.getAlgorithm()), Reason.ALGORITHM);
        check(JOSEObjectType.JWT.equals(header.getType()), Reason.ALGORITHM);
    }

    private RSAPublicKey key(App app, JWSHeader header) {
        return Optional.ofNullable(header.getKeyID())
                .flatMap(keys.ring(app.id())::trusted)
                .orElseThrow(() -> new InvalidTokenException(Reason.UNKNOWN_KEY));
    }

    private static void checkSignature(SignedJWT jwt, RSAPublicKey key) {
        try {
            check(jwt.verify(new RSASSAVerifier(key)), Reason.SIGNATURE);
        } catch (JOSEException e) {
            throw new InvalidTokenException(Reason.SIGNATURE);
        }
    }

    private static JWTClaimsSet claims(SignedJWT jwt) {
        try {
            return jwt.getJWTClaimsSet();
        } catch (ParseException e) {
            throw new InvalidTokenException(Reason.MALFORMED);
        }
    }

    private static Optional<String> session(JWTClaimsSet claims) {
        try {
            return Optional.ofNullable(claims.getStringClaim(SESSION));
        } catch (ParseException e) {
            throw new InvalidTokenException(Reason.MALFORMED);
        }
    }

    private static void checkTime(JWTClaimsSet claims, Instant now) {
        Date end = claims.getExpirationTime();
        check(end != null && now.isBefore(end.toInstant()), Reason.EXPIRED);
        Date begin = claims.getNotBeforeTime();
        check(begin == null || !now.isBefore(begin.toInstant()), Reason.NOT_YET_VALID);
    }

    private static void check(boolean holds, Reason reason) {
        if (!holds) {
            throw new InvalidTokenException(reason);
        }
    }
}
