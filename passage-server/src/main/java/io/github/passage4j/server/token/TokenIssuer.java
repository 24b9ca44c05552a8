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

/** Makes auth tokens: RS256 JWTs with the claims of the Passage contract, 2.1, and no personal data. */
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

    /** Makes a token for a user of an app. */
    public String issue(App app, String userId) {
        Instant now = clock.instant();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .audience(List.of(app.authOrigin(), app.id()))
                .subject(userId)
                .issuer(config.issuer(app.id()))
                .issueTime(Date.from(now))
                .notBeforeTime(Date.from(now.minus(HEAD_START)))
                .expirationTime(Date.from(now.plus(app.tokenLifetime())))
                .build();
        return sign(claims, keys.ring(app.id()));
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
