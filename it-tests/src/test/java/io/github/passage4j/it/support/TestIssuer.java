package io.github.passage4j.it.support;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** A Passage that the test plays: publishes one key at the configured address and signs whatever it is asked to. */
public final class TestIssuer implements AutoCloseable {

    private final URI address = URI.create(System.getProperty("passage4j.issuer"));
    private final RSAKey key;
    private final HttpServer server;

    private TestIssuer() throws JOSEException, IOException {
        key = newKey("published");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), address.getPort()), 0);
        byte[] jwks = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
        server.createContext(URI.create(issuer() + "/.well-known/jwks.json").getPath(), exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, jwks.length);
            exchange.getResponseBody().write(jwks);
            exchange.close();
        });
        server.start();
    }

    public static TestIssuer start() {
        try {
            return new TestIssuer();
        } catch (JOSEException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A Passage user id that no other test has. */
    public static String newPassageId() {
        return UUID.randomUUID().toString().replace("-", "").substring(0, 24);
    }

    /** A token that is all right. */
    public String tokenFor(String passageId) {
        return token(passageId, claims -> {});
    }

    /** A token that is all right but for what the test changes. */
    public String token(String passageId, Consumer<JWTClaimsSet.Builder> change) {
        return sign(passageId, key, change);
    }

    /** A token that names the published key, but is signed by another. */
    public String tokenOfAnotherKey(String passageId) {
        try {
            return sign(passageId, newKey("published"), claims -> {});
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private String sign(String passageId, RSAKey signingKey, Consumer<JWTClaimsSet.Builder> change) {
        Instant now = Instant.now();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .subject(passageId)
                .issuer(issuer())
                .audience(List.of(Product.origin(), Product.appId()))
                .issueTime(Date.from(now))
                .notBeforeTime(Date.from(now.minusSeconds(5)))
                .expirationTime(Date.from(now.plusSeconds(300)));
        change.accept(claims);
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID(signingKey.getKeyID())
                .type(JOSEObjectType.JWT)
                .build();
        SignedJWT token = new SignedJWT(header, claims.build());
        try {
            token.sign(new RSASSASigner(signingKey));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    private String issuer() {
        return address + "/apps/" + Product.appId();
    }

    private static RSAKey newKey(String id) throws JOSEException {
        return new RSAKeyGenerator(2048)
                .keyID(id)
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.RS256)
                .generate();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
