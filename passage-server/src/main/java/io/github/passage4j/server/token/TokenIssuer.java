package io.github.passage4j.server.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.github.passage4j.server.apps.App;
import io.github.passage4j.server.config.ServerConfig;
import io.github.passage4j.server.jwks.KeyRing;
import io.github.passage4j.server.jwks.SigningKeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/**
 * Makes auth tokens: RS256 JWTs with the claims of the Passage contract, 2.1, and no personal data. One claim is ours: {@code sid} names
 * the sign-in (OpenID Connect Front-Channel Logout 1.0 §3), where there is one to name.
 */
@ApplicationScoped
public class TokenIssuer {

    /** How long before its making a token is already good, for verifiers whose clock is late. */
    private static final Duration HEAD_START = Duration.ofSeconds(5);

    private SigningKeys keys;
    private ServerConfig config;
    private Clock clock;

    /** For the CDI proxy. */
    @SuppressWarnings("NullAway.Init")
    protected TokenIssuer() {}

    /** Makes the issuer. */
    @Inject
    public TokenIssuer(SigningKeys keys, ServerConfig config, Clock clock) {
        this.keys = keys;
        this.config = config;
        this.clock = clock;
    }

    /** Makes a token for a user of an app that keeps nobody signed in. */
    public String issue(App app, String userId) {
        return sign(claims(app, userId).build(), keys.ring(app.id()));
    }

    /** Makes a token for a user of an app, of a sign-in that can be refreshed. */
    public String issue(App app, String userId, String signInId) {
        JWTClaimsSet claims =
                claims(app, userId).claim(TokenVerifier.SESSION, signInId).build();
        return sign(claims, keys.ring(app.id()));
    }

    private JWTClaimsSet.Builder claims(App app, String userId) {
        Instant now = clock.instant();
        return new JWTClaimsSet.Builder()
                .audience(List.of(app.authOrigin(), app.id()))
                .subject(userId)
                .issuer(config.issuer(app.id()))
                .issueTime(Date.from(now))
                .notBeforeTime(Date.from(now.minus(HEAD_START)))
                .expirationTime(Date.from(now.plus(app.tokenLifetime())));
    }

    private static String sign(JWTClaimsSet claims, KeyRing ring) {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(JOSEObjectType.JWT)
                .keyID(ring.currentId())
                .build();
        SignedJWT token = new SignedJWT(header, claims);
        try {
            token.sign(new RSASSASigner(ring.currentKey()));
        } catch (JOSEException e) {
            throw new IllegalStateException("can't sign with key " + ring.currentId(), e);
        }
        return token.serialize();
    }
}
