package io.github.passage4j.core.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import io.github.passage4j.core.TestConfig;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;

/** Tokens made by hand, so that they can be wrong in any way. */
public final class TestTokens {

    public static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    public static final String ADA = "u5RnV8sLq2KdT0yHb7MwXc3e";
    public static final String HEADER = "{\"alg\":\"RS256\",\"kid\":\"key-1\",\"typ\":\"JWT\"}";

    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    private TestTokens() {}

    public static String of(String user) {
        return signed(HEADER, claims(user, NOW.getEpochSecond() + 600));
    }

    public static String of(String user, Instant expiry) {
        return signed(HEADER, claims(user, expiry.getEpochSecond()));
    }

    static String claims(String user, long expiry) {
        return "{\"aud\":[\"https://shop.example\",\"" + TestConfig.APP_ID + "\"],\"exp\":" + expiry + ",\"iat\":"
                + NOW.getEpochSecond() + ",\"iss\":\"https://auth.passage.id/v1/apps/" + TestConfig.APP_ID
                + "\",\"nbf\":" + (NOW.getEpochSecond() - 5) + ",\"sub\":\"" + user + "\"}";
    }

    static String withHeader(String header) {
        return signed(header, claims(ADA, NOW.getEpochSecond() + 600));
    }

    static String withClaims(String claims) {
        return signed(HEADER, claims);
    }

    static String signed(String header, String claims) {
        return signed(header, claims, TestKeys.FIRST);
    }

    static String signed(String header, String claims, RSAKey key) {
        String signingInput = encode(header) + "." + encode(claims);
        return signingInput + "." + BASE64URL.encodeToString(rs256(signingInput, key));
    }

    static byte[] rs256(String signingInput, RSAKey key) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key.toRSAPrivateKey());
            signature.update(signingInput.getBytes(StandardCharsets.US_ASCII));
            return signature.sign();
        } catch (GeneralSecurityException | JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static String encode(String text) {
        return encode(text.getBytes(StandardCharsets.UTF_8));
    }

    static String encode(byte[] bytes) {
        return BASE64URL.encodeToString(bytes);
    }
}
