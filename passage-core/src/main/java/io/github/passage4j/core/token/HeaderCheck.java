package io.github.passage4j.core.token;

import io.github.passage4j.core.token.InvalidTokenException.Reason;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The header of a token (RFC 7515 §4.1): the algorithm is ours to choose, the key is one of the issuer's, and no extension changes either
 * (RFC 8725 §3.1). Keys and addresses of keys in the header are not looked at.
 */
final class HeaderCheck {

    private static final int MAX_KEY_ID_LENGTH = 256;

    private HeaderCheck() {}

    /** The id of the key that the token says it is signed with. */
    static String keyId(Map<String, @Nullable Object> header) {
        if (!"RS256".equals(Member.text(header, "alg"))) {
            throw new InvalidTokenException(Reason.ALGORITHM, "The algorithm must be RS256");
        }
        String type = Member.text(header, "typ");
        if (type != null && !"JWT".equalsIgnoreCase(type)) {
            throw new InvalidTokenException(Reason.TYPE, "The type must be JWT");
        }
        if (header.containsKey("crit") || header.containsKey("b64")) {
            throw new InvalidTokenException(Reason.CRITICAL_HEADER, "Header extensions are not supported");
        }
        String keyId = Member.text(header, "kid");
        if (keyId == null || keyId.isBlank() || keyId.length() > MAX_KEY_ID_LENGTH) {
            throw new InvalidTokenException(
                    Reason.UNKNOWN_KEY, "The key id must have 1 to " + MAX_KEY_ID_LENGTH + " characters");
        }
        return keyId;
    }
}
