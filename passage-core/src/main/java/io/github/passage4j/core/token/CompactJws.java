package io.github.passage4j.core.token;

import io.github.passage4j.core.token.InvalidTokenException.Reason;
import jakarta.json.JsonException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A token read as JWS compact serialization (RFC 7515 §7.1), as strictly as its text allows: what two parsers could understand differently
 * is refused (RFC 8725 §2.4). Nothing in it has been verified.
 */
final class CompactJws {

    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final Map<String, @Nullable Object> header;
    private final Map<String, @Nullable Object> claims;
    private final byte[] signingInput;
    private final byte[] signature;

    private CompactJws(String header, String claims, String signingInput, String signature) {
        this.header = object(header);
        this.claims = object(claims);
        this.signingInput = signingInput.getBytes(StandardCharsets.US_ASCII);
        this.signature = bytes(signature);
    }

    static CompactJws parse(String token) {
        if (token.length() > TokenVerifier.MAX_LENGTH) {
            throw new InvalidTokenException(
                    Reason.TOO_LONG, "The token is longer than " + TokenVerifier.MAX_LENGTH + " characters");
        }
        int first = token.indexOf('.');
        int second = token.indexOf('.', first + 1);
        if (first < 0 || second < 0 || token.indexOf('.', second + 1) >= 0) {
            throw malformed(null);
        }
        return new CompactJws(
                token.substring(0, first),
                token.substring(first + 1, second),
                token.substring(0, second),
                token.substring(second + 1));
    }

    /** The protected header. */
    Map<String, @Nullable Object> header() {
        return header;
    }

    /** The payload. */
    Map<String, @Nullable Object> claims() {
        return claims;
    }

    /** Whether the signature is an RS256 one by this key (RFC 7518 §3.3). */
    boolean isSignedBy(RSAPublicKey key) {
        try {
            Signature rsa = Signature.getInstance("SHA256withRSA");
            rsa.initVerify(key);
            rsa.update(signingInput);
            return rsa.verify(signature);
        } catch (SignatureException | InvalidKeyException e) {
            return false; // such as a signature of another length than the key's
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA256withRSA", e);
        }
    }

    private static Map<String, @Nullable Object> object(String part) {
        try {
            return StrictJson.readObject(utf8(bytes(part)));
        } catch (JsonException e) {
            throw malformed(e);
        }
    }

    /** The same bytes have one spelling only: no padding, and bits left over in the last character are zero (RFC 4648 §3.5). */
    private static byte[] bytes(String part) {
        try {
            byte[] bytes = DECODER.decode(part);
            if (ENCODER.encodeToString(bytes).equals(part)) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            throw malformed(e);
        }
        throw malformed(null);
    }

    private static String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw malformed(e);
        }
    }

    private static InvalidTokenException malformed(@Nullable Throwable cause) {
        return new InvalidTokenException(Reason.MALFORMED, "The token is not a signed JWT", cause);
    }
}
