package io.github.passage4j.server.users;

import io.github.passage4j.server.audit.AccountEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/** Adds accounts, each with the event that tells of it. */
@ApplicationScoped
public class NewUsers {

    private Users users;
    private Event<AccountEvent> events;

    /** For the CDI proxy. */
    @SuppressWarnings("NullAway.Init")
    protected NewUsers() {}

    /** Makes the service. */
    @Inject
    public NewUsers(Users users, Event<AccountEvent> events) {
        this.users = users;
        this.events = events;
    }

    /**
     * Adds an account, in a transaction of its own, for an identifier that is taken ends it.
     *
     * @throws UserExistsException when the app has an account with one of its identifiers
     */
    @Transactional(TxType.REQUIRES_NEW)
    public void add(User user, AccountEvent event) {
        users.add(user);
        events.fire(event);
    }
}
