package io.github.passage4j.core.user;

import io.github.passage4j.core.config.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What drafts are found by: a MAC (HMAC-SHA-256) of the e-mail address or phone number under the app's API key. Whoever reads the table without
 * knowing the key learns no address, also not by trying all that there are. Thread-safe.
 */
final class AddressKey {

    private static final String ALGORITHM = "HmacSHA256";

    /** Sets these MACs apart from any other use of the API key as a key. */
    private static final String PURPOSE = "name draft of ";

    private final SecretKeySpec key;

    AddressKey(Secret apiKey) {
        this.key = new SecretKeySpec(apiKey.reveal().getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /** The key of a draft in the table, 64 digits. */
    String of(String identifier) {
        String address = identifier.strip().toLowerCase(Locale.ROOT);
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal((PURPOSE + address).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }

    /** Says nothing. */
    @Override
    public String toString() {
        return "AddressKey[***]";
    }
}
