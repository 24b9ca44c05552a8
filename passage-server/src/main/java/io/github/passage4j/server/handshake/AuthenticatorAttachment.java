package io.github.passage4j.server.handshake;

import io.github.passage4j.server.wire.PassageException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which authenticators a client asks for. */
public enum AuthenticatorAttachment {
    /** Built into the device. */
    PLATFORM("platform"),
    /** Separate from it. */
    CROSS_PLATFORM("cross-platform"),
    /** Both are fine. */
    ANY("any");

    private final String text;

    AuthenticatorAttachment(String text) {
        this.text = text;
    }

    /**
     * Reads {@code authenticator_attachment}; absent means any.
     *
     * @throws PassageException 400 when it is anything unknown
     */
    public static AuthenticatorAttachment parse(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return ANY;
        }
        for (AuthenticatorAttachment attachment : values()) {
            if (attachment.text.equals(text)) {
                return attachment;
            }
        }
        throw PassageException.invalid("authenticator_attachment", "must be platform, cross-platform or any");
    }

    /** The value in options; empty when there is nothing to constrain. */
    Optional<String> option() {
        return this == ANY ? Optional.empty() : Optional.of(text);
    }
}
