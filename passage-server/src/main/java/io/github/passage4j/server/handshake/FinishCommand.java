package io.github.passage4j.server.handshake;

import io.github.passage4j.server.wire.PassageException;
import org.jspecify.annotations.Nullable;

/**
 * What a finish call sends.
 *
 * @param handshakeId from the start call
 * @param userId from the start call; absent when nobody was named there
 * @param handshakeResponse what the browser brought back
 */
public record FinishCommand(
        @Nullable String handshakeId,
        @Nullable String userId,
        @Nullable HandshakeResponse handshakeResponse) {

    /**
     * The handshake that is to be finished.
     *
     * @throws PassageException 400 when there is none
     */
    public String requiredHandshakeId() {
        if (handshakeId == null || handshakeId.isEmpty()) {
            throw PassageException.invalid("handshake_id", "is required");
        }
        return handshakeId;
    }

    /**
     * What the browser brought back.
     *
     * @throws PassageException 400 when there is none
     */
    public HandshakeResponse requiredResponse() {
        if (handshakeResponse == null) {
            throw PassageException.invalid("handshake_response", "is required");
        }
        return handshakeResponse;
    }

    /** The user who was named; null for none, which some clients write as an empty text. */
    public @Nullable String namedUserId() {
        return userId == null || userId.isEmpty() ? null : userId;
    }
}
