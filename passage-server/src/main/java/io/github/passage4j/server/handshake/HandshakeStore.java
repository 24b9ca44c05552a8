package io.github.passage4j.server.handshake;

import java.time.Instant;
import java.util.Optional;

/** Where handshakes wait. */
public interface HandshakeStore {

    /** Keeps a handshake. */
    void add(Handshake handshake);

    /**
     * Takes a handshake out of the store, in a transaction of its own: of several callers at once, one gets it, and it
     * stays gone whatever happens next. One of another app or purpose is left where it is.
     */
    Optional<Handshake> take(String id, String appId, Handshake.Purpose purpose);

    /** Drops those that expired at an instant or before. */
    void purge(Instant before);
}
