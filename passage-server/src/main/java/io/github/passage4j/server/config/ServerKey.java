package io.github.passage4j.server.config;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The key of this server, 256 bits, from a setting or the file {@code server.key}, which is made where there is none. */
public final class ServerKey {

    /** Length of the key, in bytes. */
    public static final int LENGTH = 32;

    static final String SETTING = "passage.server.key";

    private static final String FILE = "server.key";
    private static final String DIRECTORY = "passage.data.dir";
    private static final String MAC = "HmacSHA256";

    private final byte[] key;

    private ServerKey(byte[] key) {
        this.key = key;
    }

    /**
     * Reads the key, or makes it.
     *
     * @throws ConfigurationException when the file is damaged
     */
    public static ServerKey open(ServerConfig config, SecureRandom random) {
        String text = DataDirectory.open(config.dataDirectory())
                .update(FILE, present -> present.orElseGet(() -> fresh(random)));
        return decode(text).orElseThrow(() -> new ConfigurationException(DIRECTORY, FILE + " in it is damaged"));
    }

    /**
     * Reads a key from a setting.
     *
     * @throws ConfigurationException when it is not {@link #LENGTH} bytes in base64
     */
    static ServerKey parse(String text) {
        return decode(text)
                .orElseThrow(() -> new ConfigurationException(SETTING, "must be " + LENGTH + " bytes in base64"));
    }

    private static Optional<ServerKey> decode(String text) {
        try {
            return Optional.of(Base64.getDecoder().decode(text.strip()))
                    .filter(key -> key.length == LENGTH)
                    .map(ServerKey::new);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The key itself. */
    public byte[] toBytes() {
        return key.clone();
    }

    /**
     * A fingerprint of a text that nobody can make or try out without the key: HMAC-SHA256 in base64url.
     *
     * @param purpose keeps fingerprints of different things apart
     */
    public String mac(String purpose, String text) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(key, MAC));
            byte[] digest = mac.doFinal((purpose + "\n" + text).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + MAC, e);
        }
    }

    private static String fresh(SecureRandom random) {
        byte[] key = new byte[LENGTH];
        random.nextBytes(key);
        return Base64.getEncoder().encodeToString(key) + "\n";
    }
}
