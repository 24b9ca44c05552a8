package io.github.passage4j.server.jwks;

import io.github.passage4j.server.config.ConfigurationException;
import io.github.passage4j.server.config.DataDirectory;
import io.github.passage4j.server.config.ServerConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The key rings of the apps. A ring is remembered for 30 seconds, which is far less than a new key waits for its use. */
@ApplicationScoped
public class SigningKeys {

    private static final String KEY_FILE = "server.key";
    private static final Duration MEMORY = Duration.ofSeconds(30);

    private SigningKeyStore store;
    private SigningKeyFactory factory;
    private Clock clock;
    private Map<String, Remembered> rings;

    /** For the CDI proxy. */
    @SuppressWarnings("NullAway.Init")
    protected SigningKeys() {}

    /** Makes the rings; makes the server key where there is none. */
    @Inject
    public SigningKeys(SigningKeyStore store, ServerConfig config, Clock clock, SecureRandom random) {
        this.store = store;
        this.factory = new SigningKeyFactory(new KeyEncryption(serverKey(config, random), random), random);
        this.clock = clock;
        this.rings = new ConcurrentHashMap<>();
    }

    /** Makes sure that an app has a key to sign with, and that it can be decrypted. Safe to repeat. */
    public void ensure(String appId) {
        store.ensureFirst(appId, () -> factory.create(appId, SigningKey.State.CURRENT, clock.instant()));
        ring(appId);
    }

    /** The ring of an app that has been ensured. */
    public KeyRing ring(String appId) {
        Remembered remembered = rings.get(appId);
        if (remembered == null || clock.instant().isAfter(remembered.until())) {
            remembered = new Remembered(
                    factory.ring(store.of(appId)), clock.instant().plus(MEMORY));
            rings.put(appId, remembered);
        }
        return remembered.ring();
    }

    private static byte[] serverKey(ServerConfig config, SecureRandom random) {
        String text = DataDirectory.open(config.dataDirectory())
                .update(KEY_FILE, present -> present.orElseGet(() -> freshKey(random)));
        try {
            byte[] key = Base64.getDecoder().decode(text.strip());
            if (key.length == KeyEncryption.KEY_LENGTH) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException("passage.data.dir", KEY_FILE + " in it is damaged", e);
        }
        throw new ConfigurationException("passage.data.dir", KEY_FILE + " in it is damaged");
    }

    private static String freshKey(SecureRandom random) {
        byte[] key = new byte[KeyEncryption.KEY_LENGTH];
        random.nextBytes(key);
        return Base64.getEncoder().encodeToString(key) + "\n";
    }

    private record Remembered(KeyRing ring, Instant until) {}
}
