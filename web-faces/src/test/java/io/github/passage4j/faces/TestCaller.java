package io.github.passage4j.faces;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.github.passage4j.core.authentication.PassageCaller;
import io.github.passage4j.core.authentication.PassageCallerPrincipal;
import io.github.passage4j.core.config.Secret;
import io.github.passage4j.core.token.TokenVerifier;
import jakarta.security.enterprise.SecurityContext;
import java.lang.reflect.Proxy;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Optional;
import java.util.Set;

/** A caller with a token that is really signed and really verified. */
public final class TestCaller {

    public static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    public static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private static final KeyPair KEYS = keys();
    private static final TokenVerifier VERIFIER =
            new TokenVerifier(keyId -> Optional.of((RSAPublicKey) KEYS.getPublic()), TestConfig.hosted(), CLOCK);

    private TestCaller() {}

    public static String token(String passageId, Instant expiry) {
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .subject(passageId)
                .audience(TestConfig.APP_ID)
                .issueTime(Date.from(NOW))
                .expirationTime(Date.from(expiry))
                .build();
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("key").build(), claims);
        try {
            token.sign(new RSASSASigner(KEYS.getPrivate()));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    public static PassageCallerPrincipal principal(String token) {
        return new PassageCallerPrincipal(VERIFIER.verify(token), new Secret(token));
    }

    /** The caller of the current request; anonymous without a principal. */
    public static PassageCaller current(Optional<PassageCallerPrincipal> principal, String... roles) {
        SecurityContext security = (SecurityContext) Proxy.newProxyInstance(
                TestCaller.class.getClassLoader(),
                new Class<?>[] {SecurityContext.class},
                (proxy, called, arguments) -> switch (called.getName()) {
                    case "getPrincipalsByType" -> principal.map(Set::of).orElse(Set.of());
                    case "isCallerInRole" -> Set.of(roles).contains((String) arguments[0]);
                    default -> null;
                });
        return new PassageCaller(security);
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
