package io.github.passage4j.server.magiclink;

import java.time.Instant;
import java.util.Optional;

/** Where links wait. Changes to a link that was found inside a transaction are stored with it. */
interface MagicLinkStore {

    /** Keeps a link. */
    void add(MagicLink link);

    /** Finds a link by the MAC of its id, and lets no other transaction change it until this one ends. */
    Optional<MagicLink> lock(String idHash);

    /** Finds the MAC of a link's id by that of its token. */
    Optional<String> idOfToken(String tokenHash);

    /** Drops all of a user's that change an identifier. */
    void dropChanges(String appId, String userId);

    /** Drops those that expired at an instant or before, in a transaction of its own. */
    void purge(Instant before);
}
