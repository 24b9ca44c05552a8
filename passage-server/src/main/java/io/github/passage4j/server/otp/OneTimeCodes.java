package io.github.passage4j.server.otp;

import io.github.passage4j.server.RandomIds;
import io.github.passage4j.server.apps.App;
import io.github.passage4j.server.config.ServerKey;
import io.github.passage4j.server.message.Addressee;
import io.github.passage4j.server.upkeep.Chore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes codes of six digits and tries what comes back. A code works once, and dies with its fifth wrong try. */
@ApplicationScoped
public class OneTimeCodes implements Chore {

    /** So many codes of a user can be good at once; each further one ends the oldest. */
    static final int MOST_AT_ONCE = 3;

    /** Recipient of a code that nobody gets. */
    private static final String NOWHERE = "";

    private static final int NUMBER_OF_CODES = 1_000_000;

    private OneTimeCodeStore store;
    private ServerKey key;
    private Clock clock;
    private SecureRandom random;

    /** For the CDI proxy. */
    @SuppressWarnings("NullAway.Init")
    protected OneTimeCodes() {}

    /** Makes the service. */
    @Inject
    public OneTimeCodes(OneTimeCodeStore store, ServerKey key, Clock clock, SecureRandom random) {
        this.store = store;
        this.key = key;
        this.clock = clock;
        this.random = random;
    }

    /** Makes a code; one for nobody is stored as any other, so that it takes as long, and no try is right. */
    @Transactional
    public Issued issue(App app, Addressee addressee) {
        boolean isSent = addressee.user().isPresent();
        String code = isSent ? "%06d".formatted(random.nextInt(NUMBER_OF_CODES)) : RandomIds.next(random);
        String recipient = isSent ? addressee.to().value() : NOWHERE;
        String userId = addressee.userId();
        store.ofUser(app.id(), userId).stream().skip(MOST_AT_ONCE - 1).forEach(id -> store.lock(app.id(), id)
                .ifPresent(store::remove));
        String id = RandomIds.next(random);
        store.add(new OneTimeCode(
                id, app.id(), userId, recipient, hash(app.id(), id, code), app.otpLifetime(), clock.instant()));
        return new Issued(id, code);
    }

    /**
     * Tries a code, in a transaction of its own: of several right tries at once one succeeds, and wrong ones count
     * whatever happens next.
     *
     * @param id from {@link #issue}
     * @param code as it was typed
     */
    @Transactional(TxType.REQUIRES_NEW)
    public Attempt redeem(App app, String id, String code) {
        // Only what can be an id is looked for: databases differ in what else they take
        Optional<OneTimeCode> found = Optional.of(id)
                .filter(RandomIds::isId)
                .flatMap(known -> store.lock(app.id(), known))
                .filter(sent -> !sent.isExpired(clock.instant()));
        if (found.isEmpty()) {
            return new Attempt(Outcome.UNKNOWN, null, null);
        }
        OneTimeCode sent = found.get();
        if (sent.accepts(hash(app.id(), id, code))) {
            store.remove(sent);
            return new Attempt(Outcome.RIGHT, sent.userId(), sent.recipient());
        }
        return new Attempt(
                sent.isDead() ? Outcome.DEAD : Outcome.WRONG,
                sent.recipient().equals(NOWHERE) ? null : sent.userId(),
                null);
    }

    /** Drops the codes that are of no use any more. */
    @Override
    public void attend() {
        store.purge(clock.instant());
    }

    private String hash(String appId, String id, String code) {
        return key.mac("one-time code", appId + "/" + id + "/" + code);
    }

    /**
     * A new code.
     *
     * @param id for the browser that asked
     * @param code for the person, by mail
     */
    public record Issued(String id, String code) {

        /** Tells nothing of the code. */
        @Override
        public String toString() {
            return "Issued[***]";
        }
    }

    /** What became of a try. */
    public enum Outcome {
        /** The code was right, and is used now. */
        RIGHT,
        /** The code was wrong. */
        WRONG,
        /** There were too many wrong tries. */
        DEAD,
        /** There is no such code, or no more. */
        UNKNOWN
    }

    /**
     * A try.
     *
     * @param userId whose code it is; null when there is none
     * @param recipient where it was sent; null unless it was right
     */
    public record Attempt(
            Outcome outcome,
            @Nullable String userId,
            @Nullable String recipient) {}
}
