package io.github.passage4j.server.config;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The key of this server, 256 bits in the file {@code server.key}, which is made where there is none. */
public final class ServerKey {

    /** Length of the key, in bytes. */
    public static final int LENGTH = 32;

    private static final String FILE = "server.key";
    private static final String SETTING = "passage.data.dir";
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
        try {
            byte[] key = Base64.getDecoder().decode(text.strip());
            if (key.length == LENGTH) {
                return new ServerKey(key);
            }
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(SETTING, FILE + " in it is damaged", e);
        }
        throw new ConfigurationException(SETTING, FILE + " in it is damaged");
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
