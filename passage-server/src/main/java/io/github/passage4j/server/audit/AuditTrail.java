package io.github.passage4j.server.audit;

import io.github.passage4j.server.RandomIds;
import io.github.passage4j.server.client.CurrentClient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;

/**
 * Keeps the events that features fire. It observes them where they are fired, so that a failure to keep one is a failure of what
 * happened: the transaction takes both or none.
 */
@ApplicationScoped
public class AuditTrail {

    private UserEvents events;
    private CurrentClient client;
    private Clock clock;
    private SecureRandom random;

    /** For the CDI proxy. */
    @SuppressWarnings("NullAway.Init")
    protected AuditTrail() {}

    /** Makes the trail. */
    @Inject
    public AuditTrail(UserEvents events, CurrentClient client, Clock clock, SecureRandom random) {
        this.events = events;
        this.client = client;
        this.clock = clock;
        this.random = random;
    }

    /** Keeps an event. */
    public void record(@Observes AccountEvent event) {
        UserEvent kept = new UserEvent(RandomIds.next(random), event, CurrentClient.orNone(client), clock.instant());
        if (event.outcome() == AccountEvent.Outcome.REFUSED) {
            events.addAlone(kept);
        } else {
            events.add(kept);
        }
    }
}
