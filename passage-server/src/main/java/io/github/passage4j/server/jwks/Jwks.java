package io.github.passage4j.server.jwks;

import java.math.BigInteger;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * A JSON Web Key Set of public RSA keys (RFC 7517 §5).
 *
 * @param keys never empty, ordered by key id
 */
public record Jwks(List<Jwk> keys) {

    /** Makes an unmodifiable copy. */
    public Jwks {
        keys = List.copyOf(keys);
    }

    /** One public key; old clients need {@code alg}, {@code use} and {@code kid}. */
    public record Jwk(String alg, String kty, String use, String kid, String n, String e) {}

    static Jwks of(Map<String, RSAPublicKey> keys) {
        return new Jwks(keys.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> jwk(entry.getKey(), entry.getValue()))
                .toList());
    }

    private static Jwk jwk(String id, RSAPublicKey key) {
        return new Jwk("RS256", "RSA", "sig", id, base64Url(key.getModulus()), base64Url(key.getPublicExponent()));
    }

    private static String base64Url(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] unsigned = bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(unsigned);
    }
}
