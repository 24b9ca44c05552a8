package io.github.passage4j.server.magiclink;

import io.github.passage4j.server.RandomIds;
import io.github.passage4j.server.apps.App;
import io.github.passage4j.server.audit.AccountEvent;
import io.github.passage4j.server.audit.EventType;
import io.github.passage4j.server.config.ServerKey;
import io.github.passage4j.server.message.OwnerProved;
import io.github.passage4j.server.upkeep.Chore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Makes links, opens each once, and hands out what became of it to the browser that waits. */
@ApplicationScoped
public class MagicLinks implements Chore {

    private MagicLinkStore store;
    private Event<AccountEvent> events;
    private ServerKey key;
    private Clock clock;
    private SecureRandom random;

    /** For the CDI proxy. */
    @SuppressWarnings("NullAway.Init")
    protected MagicLinks() {}

    /** Makes the service. */
    @Inject
    public MagicLinks(
            MagicLinkStore store, Event<AccountEvent> events, ServerKey key, Clock clock, SecureRandom random) {
        this.store = store;
        this.events = events;
        this.key = key;
        this.clock = clock;
        this.random = random;
    }

    /** Makes a link. */
    @Transactional
    public Issued issue(App app, Order order) {
        Instant now = clock.instant();
        String id = RandomIds.next(random);
        String token = "ml." + RandomIds.next(random) + "." + RandomIds.next(random) + "." + RandomIds.next(random);
        store.add(new MagicLink(hash("id", id), hash("token", token), app.id(), order, now));
        return new Issued(id, token);
    }

    /** Makes a link for a server, which may hand it to whomever it likes: the account's events tell. */
    @Transactional
    public Issued issueToServer(App app, Order order) {
        events.fire(AccountEvent.completed(app.id(), order.userId(), EventType.MAGIC_LINK_CREATE));
        return issue(app, order);
    }

    /**
     * Opens a link, in a transaction of its own: of several callers at once one gets it, and it is used whatever happens
     * next.
     *
     * @param token from the link
     * @return whom it signs in; empty when it is unknown, used, expired or of another app
     */
    @Transactional(TxType.REQUIRES_NEW)
    public Optional<Opened> open(App app, String token) {
        return store.idOfToken(hash("token", token))
                .flatMap(store::lock)
                .filter(link -> link.appId().equals(app.id()) && link.activate(clock.instant()))
                .map(MagicLink::opened);
    }

    /**
     * Asks for what became of a link: once, with half a minute to ask again.
     *
     * @param id from {@link #issue}
     * @return whom it signed in; empty as long as nobody opened it, and when that is too long ago
     */
    @Transactional(TxType.REQUIRES_NEW)
    public Optional<Opened> collect(App app, String id) {
        return store.lock(hash("id", id))
                .filter(link -> link.appId().equals(app.id()) && link.collect(clock.instant()))
                .map(MagicLink::opened);
    }

    /** What somebody else began ends: an address that they name must not become the account's, nor sign them in again. */
    void endChanges(@Observes OwnerProved proof) {
        store.dropChanges(proof.appId(), proof.userId());
    }

    /** Drops the links that are of no use any more. */
    @Override
    public void attend() {
        store.purge(clock.instant());
    }

    private String hash(String part, String text) {
        return key.mac("magic link " + part, text);
    }

    /**
     * What a link is for.
     *
     * @param purpose what opening it does
     * @param userId whom it signs in
     * @param recipient address or number that it goes to, which is verified by opening it; "" for none
     * @param redirectUrl page that comes next
     * @param lifetime how long it may wait
     */
    public record Order(Purpose purpose, String userId, String recipient, String redirectUrl, Duration lifetime) {

        /** For a link that signs in. */
        public Order(String userId, String recipient, String redirectUrl, Duration lifetime) {
            this(Purpose.SIGN_IN, userId, recipient, redirectUrl, lifetime);
        }
    }

    /** What opening a link does. */
    public enum Purpose {
        /** Signs in; the address or number is verified if it is still the account's. */
        SIGN_IN,
        /** Makes its address that of the account, and signs in. */
        CHANGE_EMAIL,
        /** Makes its number that of the account, and signs in. */
        CHANGE_PHONE
    }

    /**
     * A new link.
     *
     * @param id for the browser that waits
     * @param token for the person, inside the link
     */
    public record Issued(String id, String token) {

        /** Tells nothing of the secrets. */
        @Override
        public String toString() {
            return "Issued[***]";
        }
    }

    /** A link that was opened, as it was ordered. */
    public record Opened(Purpose purpose, String userId, String recipient, String redirectUrl) {}
}
