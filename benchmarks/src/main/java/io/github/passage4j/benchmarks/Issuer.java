package io.github.passage4j.benchmarks;

import io.github.passage4j.core.config.PassageConfig;
import io.github.passage4j.core.token.SigningKeys;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

/** An issuer with one RSA key of 2048 bits, whose tokens look as Passage's do. */
final class Issuer {

    private static final String APP_ID = "q7Zk2mWd9XaBcE4fGhJ1tYuP";
    private static final String KEY_ID = "k9PzQ4rWt6YuI8oAsD2fGh1j";
    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    private final KeyPair key;

    Issuer() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            this.key = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has RSA", e);
        }
    }

    RSAPublicKey publicKey() {
        return (RSAPublicKey) key.getPublic();
    }

    SigningKeys keys() {
        Optional<RSAPublicKey> published = Optional.of(publicKey());
        return keyId -> KEY_ID.equals(keyId) ? published : Optional.empty();
    }

    static PassageConfig config() {
        URI passage = URI.create("https://auth.passage.id/v1");
        return new PassageConfig(
                APP_ID, null, URI.create("https://shop.example"), passage, passage, Duration.ofSeconds(60), Set.of());
    }

    /** A token of this user, good for a day. */
    String token(String user) {
        long now = Instant.now().getEpochSecond();
        String claims =
                "{\"aud\":[\"https://shop.example\",\"" + APP_ID + "\"],\"exp\":" + (now + 86_400) + ",\"iat\":" + now
                        + ",\"iss\":\"https://auth.passage.id/v1/apps/" + APP_ID + "\",\"nbf\":" + (now - 5)
                        + ",\"sub\":\"" + user
                        + "\"}";
        String input = encode("{\"alg\":\"RS256\",\"kid\":\"" + KEY_ID + "\",\"typ\":\"JWT\"}") + "." + encode(claims);
        return input + "." + BASE64URL.encodeToString(sign(input));
    }

    private byte[] sign(String input) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key.getPrivate());
            signature.update(input.getBytes(StandardCharsets.US_ASCII));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has SHA256withRSA", e);
        }
    }

    private static String encode(String text) {
        return BASE64URL.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
