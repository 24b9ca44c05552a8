package io.github.passage4j.core.token;

import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.SignedJWT;
import io.github.passage4j.core.token.InvalidTokenException.Reason;
import jakarta.json.Json;
import jakarta.json.JsonConfig;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the JWS compact serialization (RFC 7515 §7.1) as strictly as its text allows: what two parsers could understand differently is
 * refused (RFC 8725 §2.4).
 */
final class CompactJws {

    private static final Pattern THREE_PARTS =
            Pattern.compile("([0-9A-Za-z_-]+)\\.([0-9A-Za-z_-]+)\\.([0-9A-Za-z_-]+)");
    private static final JsonReaderFactory EACH_MEMBER_ONCE =
            Json.createReaderFactory(Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE));

    private CompactJws() {}

    static SignedJWT parse(String token) {
        if (token.length() > TokenVerifier.MAX_LENGTH) {
            throw new InvalidTokenException(
                    Reason.TOO_LONG, "The token is longer than " + TokenVerifier.MAX_LENGTH + " characters");
        }
        Matcher parts = THREE_PARTS.matcher(token);
        if (!parts.matches()) {
            throw malformed(null);
        }
        checkJson(canonicalBytes(parts.group(1)));
        checkJson(canonicalBytes(parts.group(2)));
        canonicalBytes(parts.group(3));
        try {
            return SignedJWT.parse(token);
        } catch (ParseException | IllegalArgumentException e) {
            throw malformed(e);
        }
    }

    /** The same bytes have one spelling only: bits left over in the last character must be zero (RFC 4648 §3.5). */
    private static byte[] canonicalBytes(String part) {
        byte[] bytes = new Base64URL(part).decode();
        if (!Base64URL.encode(bytes).toString().equals(part)) {
            throw malformed(null);
        }
        return bytes;
    }

    private static void checkJson(byte[] bytes) {
        try (JsonReader reader =
                EACH_MEMBER_ONCE.createReader(new ByteArrayInputStream(utf8(bytes)), StandardCharsets.UTF_8)) {
            reader.readObject();
        } catch (JsonException | IllegalStateException e) {
            throw malformed(e);
        }
    }

    private static byte[] utf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return bytes;
        } catch (CharacterCodingException e) {
            throw malformed(e);
        }
    }

    private static InvalidTokenException malformed(@Nullable Throwable cause) {
        return new InvalidTokenException(Reason.MALFORMED, "The token is not a signed JWT", cause);
    }
}
