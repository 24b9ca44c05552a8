package io.github.passage4j.core.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.KeyOperation;
import com.nimbusds.jose.jwk.KeyType;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The keys of one JWK set (RFC 7517 §5) that may verify an RS256 signature: RSA of 2048 bits or more, with a {@code kid}, and with
 * {@code use}, {@code key_ops} and {@code alg} absent or fitting. Other members of the set are ignored, also malformed ones. Of several with
 * the same {@code kid} the first counts. Immutable.
 */
final class PublishedKeys {

    /** No key at all. */
    static final PublishedKeys NONE = new PublishedKeys(Map.of());

    private static final int MIN_KEY_BITS = 2048;
    private static final JWKMatcher USABLE = new JWKMatcher.Builder()
            .withKeyIDOnly(true)
            .keyType(KeyType.RSA)
            .keyUses(KeyUse.SIGNATURE, null)
            .algorithms(JWSAlgorithm.RS256, null)
            .minKeySize(MIN_KEY_BITS)
            .build();

    private final Map<String, RSAPublicKey> byId;

    private PublishedKeys(Map<String, RSAPublicKey> byId) {
        this.byId = Map.copyOf(byId);
    }

    /**
     * Reads a JWK set.
     *
     * @throws ParseException when the text is not one; a set without keys is one
     */
    static PublishedKeys parse(String text) throws ParseException {
        Map<String, Object> set = JSONObjectUtils.parse(text); // null for the text "null"
        if (set == null || !(set.get("keys") instanceof List<?> list)) {
            throw new ParseException("keys is missing", 0);
        }
        Map<String, RSAPublicKey> usable = new HashMap<>();
        for (Object key : list) {
            if (key instanceof Map<?, ?> members) {
                addIfUsable(members, usable);
            }
        }
        return new PublishedKeys(usable);
    }

    @SuppressWarnings("unchecked") // the members of a JSON object have names of type String
    private static void addIfUsable(Map<?, ?> members, Map<String, RSAPublicKey> usable) {
        try {
            JWK key = JWK.parse((Map<String, Object>) members);
            if (USABLE.matches(key) && mayVerify(key)) {
                usable.putIfAbsent(key.getKeyID(), key.toRSAKey().toRSAPublicKey());
            }
        } catch (ParseException | JOSEException | IllegalArgumentException e) {
            // Not understood, so ignored (RFC 7517 §5)
        }
    }

    private static boolean mayVerify(JWK key) {
        return key.getKeyOperations() == null || key.getKeyOperations().contains(KeyOperation.VERIFY);
    }

    /** The key with this id. */
    Optional<RSAPublicKey> find(String keyId) {
        @Nullable RSAPublicKey key = byId.get(keyId);
        return Optional.ofNullable(key);
    }
}
