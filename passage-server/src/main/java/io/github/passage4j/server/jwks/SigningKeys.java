package io.github.passage4j.server.jwks;

import io.github.passage4j.server.config.ServerKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The key rings of the apps. A ring is remembered for 30 seconds, which is far less than a new key waits for its use. */
@ApplicationScoped
public class SigningKeys {

    private static final Duration MEMORY = Duration.ofSeconds(30);

    private SigningKeyStore store;
    private SigningKeyFactory factory;
    private Clock clock;
    private Map<String, Remembered> rings;

    /** For the CDI proxy. */
    @SuppressWarnings("NullAway.Init")
    protected SigningKeys() {}

    /** Makes the rings. */
    @Inject
    public SigningKeys(SigningKeyStore store, ServerKey serverKey, Clock clock, SecureRandom random) {
        this.store = store;
        this.factory = new SigningKeyFactory(new KeyEncryption(serverKey.toBytes(), random), random);
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

    /** Looks at the stored keys of an app again when they are next asked for. */
    void forget(String appId) {
        rings.remove(appId);
    }

    /** Makes a key that is not stored yet. */
    SigningKey make(String appId, SigningKey.State state) {
        return factory.create(appId, state, clock.instant());
    }

    private record Remembered(KeyRing ring, Instant until) {}
}
