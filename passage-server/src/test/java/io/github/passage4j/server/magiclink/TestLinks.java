package io.github.passage4j.server.magiclink;

import io.github.passage4j.server.audit.AccountEvent;
import io.github.passage4j.server.config.ServerKey;
import io.github.passage4j.server.message.OwnerProved;
import jakarta.enterprise.event.Event;
import java.security.SecureRandom;
import java.time.Clock;

/** Links that are kept in memory. */
public final class TestLinks {

    private TestLinks() {}

    /** Makes the service. */
    public static MagicLinks with(Event<AccountEvent> events, ServerKey key, Clock clock) {
        return new MagicLinks(new MapMagicLinkStore(), events, key, clock, new SecureRandom());
    }

    /** Does what the container has the service do when an owner shows up. */
    public static void endChanges(MagicLinks links, OwnerProved proof) {
        links.endChanges(proof);
    }
}
