package io.github.passage4j.server.handshake;

import io.github.passage4j.server.RandomIds;
import io.github.passage4j.server.apps.App;
import io.github.passage4j.server.upkeep.Chore;
import io.github.passage4j.server.webauthn.CeremonyException;
import io.github.passage4j.server.webauthn.CeremonyException.Reason;
import io.github.passage4j.server.webauthn.Challenge;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Begins ceremonies and hands each out once more, to the call that finishes it. */
@ApplicationScoped
public class Handshakes implements Chore {

    private HandshakeStore store;
    private Clock clock;
    private SecureRandom random;

    /** For the CDI proxy. */
    @SuppressWarnings("NullAway.Init")
    protected Handshakes() {}

    /** Makes the handshakes. */
    @Inject
    public Handshakes(HandshakeStore store, Clock clock, SecureRandom random) {
        this.store = store;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Begins a ceremony with a fresh challenge.
     *
     * @param userId user whom it is for; null when the authenticator is to tell
     */
    public Handshake begin(App app, Handshake.Purpose purpose, @Nullable String userId) {
        Handshake handshake = new Handshake(
                RandomIds.next(random), app.id(), purpose, userId, Challenge.random(random), clock.instant());
        store.add(handshake);
        return handshake;
    }

    /**
     * Takes the handshake that a finish call names. After this it is used, whether the ceremony succeeds or not.
     *
     * @param userId user whom the finish call names; null when it names none
     * @throws CeremonyException when there is none for this app and purpose, or it expired, or it is for another user
     */
    public Handshake take(App app, Handshake.Purpose purpose, String id, @Nullable String userId) {
        Handshake handshake = Optional.of(id)
                .filter(RandomIds::isId)
                .flatMap(known -> store.take(known, app.id(), purpose))
                .orElseThrow(() -> new CeremonyException(Reason.HANDSHAKE_UNKNOWN));
        if (handshake.isExpired(clock.instant())) {
            throw new CeremonyException(Reason.HANDSHAKE_EXPIRED);
        }
        boolean isForAnother = handshake
                .userId()
                .filter(owner -> userId != null && !owner.equals(userId))
                .isPresent();
        if (isForAnother) {
            throw new CeremonyException(Reason.HANDSHAKE_OF_ANOTHER_USER);
        }
        return handshake;
    }

    /** Drops the handshakes that are of no use any more. */
    @Override
    public void attend() {
        store.purge(clock.instant());
    }
}
