package io.github.passage4j.server.handshake;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The handshakes, in memory. */
public final class MapHandshakeStore implements HandshakeStore {

    private final Map<String, Handshake> waiting = new ConcurrentHashMap<>();

    @Override
    public void add(Handshake handshake) {
        waiting.put(handshake.id(), handshake);
    }

    @Override
    public Optional<Handshake> take(String id, String appId, Handshake.Purpose purpose) {
        return Optional.ofNullable(waiting.get(id))
                .filter(handshake -> handshake.isFor(appId, purpose))
                .filter(handshake -> waiting.remove(id, handshake));
    }

    @Override
    public void purge(Instant before) {
        waiting.values().removeIf(handshake -> handshake.isExpired(before));
    }

    /** Number of those that wait. */
    public int size() {
        return waiting.size();
    }
}
