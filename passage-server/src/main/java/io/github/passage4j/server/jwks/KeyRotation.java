package io.github.passage4j.server.jwks;

import io.github.passage4j.server.apps.App;
import io.github.passage4j.server.config.KeyConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Replaces signing keys without a verifier noticing (Passage contract 2.2):
 *
 * <pre>
 *   NEXT     published, signs nothing yet           24 hours, as long as verifiers may keep a key set
 *   CURRENT  signs                                  until its successor is ready
 *   RETIRED  published, signs nothing any more      24 hours and the life of a token
 * </pre>
 *
 * <p>Each call is one transaction that holds the app, so several servers on one database, and one that dies, leave a whole ring.
 */
@ApplicationScoped
@Transactional
public class KeyRotation {

    /** How long a verifier may go on with the keys that it has. */
    static final Duration PUBLICATION = Duration.ofHours(24);

    private SigningKeyStore store;
    private SigningKeys keys;
    private KeyConfig config;
    private Event<KeysChanged> changes;
    private Clock clock;

    /** For the CDI proxy. */
    @SuppressWarnings("NullAway.Init")
    protected KeyRotation() {}

    /** Makes the service. */
    @Inject
    public KeyRotation(
            SigningKeyStore store, SigningKeys keys, KeyConfig config, Event<KeysChanged> changes, Clock clock) {
        this.store = store;
        this.keys = keys;
        this.config = config;
        this.changes = changes;
        this.clock = clock;
    }

    /** Does what is due: drops keys that nobody needs, lets a key sign that was published long enough, publishes one in time. */
    public void advance(App app) {
        Instant now = clock.instant();
        List<SigningKey> ring = store.lock(app.id());
        Duration farewell = PUBLICATION.plus(app.tokenLifetime());
        ring.stream()
                .filter(key -> key.state() == SigningKey.State.RETIRED && key.isOlderThan(farewell, now))
                .forEach(store::remove);
        Optional<SigningKey> next = in(ring, SigningKey.State.NEXT);
        if (next.isPresent()) {
            next.filter(key -> key.isOlderThan(PUBLICATION, now)).ifPresent(key -> {
                current(ring).enter(SigningKey.State.RETIRED, now);
                key.enter(SigningKey.State.CURRENT, now);
            });
        } else if (current(ring).isOlderThan(config.maxAge(), now)) {
            store.add(keys.make(app.id(), SigningKey.State.NEXT));
        }
        changes.fire(new KeysChanged(app.id()));
    }

    /**
     * Publishes the next key now; it signs in 24 hours. Does nothing when there is one already.
     *
     * @return when the next key begins to sign
     */
    public Instant begin(App app) {
        Optional<SigningKey> present = in(store.lock(app.id()), SigningKey.State.NEXT);
        SigningKey next = present.orElseGet(() -> keys.make(app.id(), SigningKey.State.NEXT));
        if (present.isEmpty()) {
            store.add(next);
        }
        changes.fire(new KeysChanged(app.id()));
        return next.stateSince().plus(PUBLICATION);
    }

    /**
     * Drops every key and signs with a new one at once, for a key that somebody else has. Every token that is out is worthless, and
     * verifiers that keep their key set refuse new tokens until they fetch it again.
     */
    public void replaceNow(App app) {
        store.lock(app.id()).forEach(store::remove);
        store.add(keys.make(app.id(), SigningKey.State.CURRENT));
        changes.fire(new KeysChanged(app.id()));
    }

    /** The keys of an app, newest first. */
    public List<KeyView> list(App app) {
        return store.of(app.id()).stream().map(KeyView::of).sorted().toList();
    }

    private static SigningKey current(List<SigningKey> ring) {
        return in(ring, SigningKey.State.CURRENT)
                .orElseThrow(() -> new IllegalStateException("the app has no current signing key"));
    }

    private static Optional<SigningKey> in(List<SigningKey> ring, SigningKey.State state) {
        return ring.stream().filter(key -> key.state() == state).findFirst();
    }
}
