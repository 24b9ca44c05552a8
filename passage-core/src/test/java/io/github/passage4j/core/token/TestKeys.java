package io.github.passage4j.core.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.util.List;

/** Keys made for this test run. */
public final class TestKeys {

    public static final RSAKey FIRST = generate("key-1", 2048);
    public static final RSAKey SECOND = generate("key-2", 2048);

    private TestKeys() {}

    static RSAKey generate(String keyId, int bits) {
        try {
            return new RSAKeyGenerator(bits, true)
                    .keyID(keyId)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String jwks(RSAKey... keys) {
        return new JWKSet(List.of(keys)).toString(true);
    }

    static PublishedKeys published(RSAKey... keys) {
        try {
            return PublishedKeys.parse(jwks(keys));
        } catch (java.text.ParseException e) {
            throw new IllegalStateException(e);
        }
    }
}
