package io.github.passage4j.server.handshake;

import jakarta.json.bind.annotation.JsonbProperty;

/**
 * What a start call answers (Passage contract 3.4).
 *
 * @param id to be named in the finish call
 * @param challenge holds the options for the browser
 * @param <T> {@link CreationOptions} or {@link RequestOptions}
 */
public record HandshakeView<T>(String id, Envelope<T> challenge) {

    /** The options under the name that the browser's API has for them. */
    public record Envelope<T>(@JsonbProperty("publicKey") T publicKey) {}

    /** Wraps options. */
    public static <T> HandshakeView<T> of(Handshake handshake, T options) {
        return new HandshakeView<>(handshake.id(), new Envelope<>(options));
    }
}
