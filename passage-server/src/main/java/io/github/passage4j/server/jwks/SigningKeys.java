package io.github.passage4j.server.jwks;

import io.github.passage4j.server.config.ServerKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
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
        return remembered != null && isFresh(remembered) ? remembered.ring() : readAnew(appId);
    }

    /** One at a time for an app: a ring that is read while the keys change is forgotten after it was kept, not before. */
    private KeyRing readAnew(String appId) {
        return rings.compute(appId, (id, present) -> present != null && isFresh(present) ? present : read(id))
                .ring();
    }

    private boolean isFresh(Remembered remembered) {
        return !clock.instant().isAfter(remembered.until());
    }

    private Remembered read(String appId) {
        return new Remembered(factory.ring(store.of(appId)), clock.instant().plus(MEMORY));
    }

    /** Looks at the stored keys of an app again when they are next asked for; before the end of the transaction they are the old ones. */
    public void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) KeysChanged change) {
        rings.remove(change.appId());
    }

    /** Makes a key that is not stored yet. */
    SigningKey make(String appId, SigningKey.State state) {
        return factory.create(appId, state, clock.instant());
    }

    private record Remembered(KeyRing ring, Instant until) {}
}
