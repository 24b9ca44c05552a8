package io.github.passage4j.server.token;

import io.github.passage4j.server.apps.App;
import io.github.passage4j.server.audit.AccountEvent;
import io.github.passage4j.server.audit.EventType;
import io.github.passage4j.server.client.CurrentClient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Refresh tokens, each good for one use (OAuth 2.0 Security BCP, RFC 9700 §4.14.2).
 *
 * <p>A token that was used counts for another 30 seconds: whoever shows it then, in another tab or because an answer was
 * lost, gets the very token that took its place. Shown later, either it or its successor
 * is in the wrong hands, and nobody can say which: the whole family ends.
 */
@ApplicationScoped
@Transactional
public class RefreshTokens {

    /** How long a token still counts after its use. */
    static final Duration GRACE = Duration.ofSeconds(30);

    /** So many sign-ins of a user are shown at most, those used last. */
    static final int MOST_SHOWN = 100;

    private static final Logger LOG = System.getLogger(RefreshTokens.class.getName());

    private RefreshTokenStore store;
    private Event<AccountEvent> events;
    private CurrentClient client;
    private Clock clock;
    private SecureRandom random;

    /** For the CDI proxy. */
    @SuppressWarnings("NullAway.Init")
    protected RefreshTokens() {}

    /** Makes the service. */
    @Inject
    public RefreshTokens(
            RefreshTokenStore store,
            Event<AccountEvent> events,
            CurrentClient client,
            Clock clock,
            SecureRandom random) {
        this.store = store;
        this.events = events;
        this.client = client;
        this.clock = clock;
        this.random = random;
    }

    /** Begins a family with a first token; empty when the app has no refresh tokens. */
    public Optional<Grant> begin(App app, String userId) {
        if (!app.hasRefreshTokens()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        RefreshSecret secret = RefreshSecret.first(random);
        String program = CurrentClient.orNone(client).userAgent();
        RefreshFamily family = new RefreshFamily(secret, app.id(), userId, program, app.refreshAbsoluteLifetime(), now);
        family.touch(app.refreshIdleLifetime(), now);
        store.add(family);
        store.add(new RefreshToken(secret));
        return Optional.of(grant(family, secret, now));
    }

    /**
     * Uses a token.
     *
     * @param text as the client sent it; null when it sent none
     * @return the next token; empty when this one is unknown, ended, or was used too long ago
     */
    public Optional<Grant> use(App app, @Nullable String text) {
        return RefreshSecret.parse(text)
                .filter(secret -> app.hasRefreshTokens())
                .flatMap(secret -> use(app, secret));
    }

    /** Ends the family of a token; does nothing when there is none. */
    public void end(App app, @Nullable String text) {
        RefreshSecret.parse(text)
                .flatMap(secret -> lock(app.id(), secret.familyId()))
                .ifPresent(family -> {
                    end(family);
                    completed(family, EventType.SIGN_OUT);
                });
    }

    /** The sign-ins of a user that go on, those used last first and {@link #MOST_SHOWN} at most; none when the app has none. */
    public List<SignIn> ofUser(App app, String userId) {
        return app.hasRefreshTokens()
                ? store.alive(app.id(), userId, clock.instant(), MOST_SHOWN).stream()
                        .map(SignIn::of)
                        .toList()
                : List.of();
    }

    /** Whether a sign-in of a user goes on. */
    public boolean isAlive(String appId, String userId, String signInId) {
        Instant now = clock.instant();
        return store.family(signInId)
                .filter(family -> isOf(family, appId, userId) && family.isAlive(now))
                .isPresent();
    }

    /**
     * Ends a sign-in of a user.
     *
     * @return false when there is none, or no more
     */
    public boolean end(String appId, String userId, String signInId) {
        Instant now = clock.instant();
        Optional<RefreshFamily> found =
                store.lock(signInId).filter(family -> isOf(family, appId, userId) && family.isAlive(now));
        found.ifPresent(family -> {
            end(family);
            completed(family, EventType.SIGN_OUT);
        });
        return found.isPresent();
    }

    /** Ends all families of a user. Verifiers elsewhere take auth tokens that are out until they expire; refreshing ends at once. */
    public void endOfUser(String appId, String userId) {
        store.ofUser(appId, userId).forEach(id -> lock(appId, id).ifPresent(this::end));
    }

    private Optional<Grant> use(App app, RefreshSecret secret) {
        Instant now = clock.instant();
        return lock(app.id(), secret.familyId()).flatMap(family -> use(app, family, secret, now));
    }

    private Optional<Grant> use(App app, RefreshFamily family, RefreshSecret secret, Instant now) {
        Optional<RefreshToken> token = store.find(secret.hash()).filter(shown -> !shown.isSpent(GRACE, now));
        if (token.isEmpty() || !family.isAlive(now)) {
            LOG.log(Level.INFO, "Refresh tokens of a sign-in to app {0} ended: expired or used twice", app.id());
            end(family);
            if (family.isAlive(now)) {
                completed(family, EventType.REFRESH_TOKEN_REUSE);
            }
            return Optional.empty();
        }
        RefreshSecret next = next(family, secret, token.get(), now);
        family.touch(app.refreshIdleLifetime(), now);
        return Optional.of(grant(family, next, now));
    }

    /** The token after this one: a new one after its first use, the one at the end of the line when it is repeated. */
    private RefreshSecret next(RefreshFamily family, RefreshSecret shown, RefreshToken token, Instant now) {
        if (token.salt().isEmpty()) {
            return append(family, shown, token, now);
        }
        RefreshSecret secret = shown;
        Optional<String> salt = token.salt();
        while (salt.isPresent()) {
            secret = secret.successor(salt.get());
            salt = store.find(secret.hash()).flatMap(RefreshToken::salt);
        }
        return secret;
    }

    private RefreshSecret append(RefreshFamily family, RefreshSecret shown, RefreshToken token, Instant now) {
        dropSpent(family, now);
        String salt = RefreshSecret.randomText(random);
        RefreshSecret successor = shown.successor(salt);
        token.use(salt, successor.hash(), now);
        store.add(new RefreshToken(successor));
        return successor;
    }

    /** Looks at the first that is not spent and at none behind it, however many are used within the time of grace. */
    private void dropSpent(RefreshFamily family, Instant now) {
        Optional<RefreshToken> oldest = store.find(family.oldestHash());
        while (oldest.filter(token -> token.isSpent(GRACE, now)).isPresent()) {
            RefreshToken spent = oldest.get();
            String next = spent.nextHash().orElseThrow();
            store.remove(spent);
            family.dropOldest(next);
            oldest = store.find(next);
        }
    }

    private void end(RefreshFamily family) {
        Optional<RefreshToken> token = store.find(family.oldestHash());
        while (token.isPresent()) {
            Optional<RefreshToken> next = token.get().nextHash().flatMap(store::find);
            store.remove(token.get());
            token = next;
        }
        store.remove(family);
    }

    private void completed(RefreshFamily family, EventType type) {
        events.fire(AccountEvent.completed(family.appId(), family.userId(), type));
    }

    private static boolean isOf(RefreshFamily family, String appId, String userId) {
        return family.appId().equals(appId) && family.userId().equals(userId);
    }

    private Optional<RefreshFamily> lock(String appId, String familyId) {
        return store.lock(familyId).filter(family -> family.appId().equals(appId));
    }

    /** Ids of some sign-ins that are over; empty when there are no more. */
    public List<String> ended(Instant now) {
        return store.ended(now);
    }

    /**
     * Drops all of a sign-in that is over.
     *
     * @return false when it goes on, or is gone already
     */
    public boolean dropIfEnded(String signInId, Instant now) {
        Optional<RefreshFamily> over = store.lock(signInId).filter(family -> !family.isAlive(now));
        over.ifPresent(this::end);
        return over.isPresent();
    }

    private static Grant grant(RefreshFamily family, RefreshSecret secret, Instant now) {
        int seconds = (int) Duration.between(now, family.expiresAt()).toSeconds();
        return new Grant(family.userId(), family.id(), secret.reveal(), seconds);
    }

    /**
     * A refresh token for its holder.
     *
     * @param userId who signed in
     * @param signInId the sign-in that it belongs to; no secret
     * @param token opaque
     * @param expiresIn seconds until it ends for good; unused it ends sooner
     */
    public record Grant(String userId, String signInId, String token, int expiresIn) {

        /** Tells nothing of the token. */
        @Override
        public String toString() {
            return "Grant[***]";
        }
    }
}
