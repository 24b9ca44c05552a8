package io.github.passage4j.server.webauthn;

import java.security.SecureRandom;

/**
 * What an authenticator has to sign in one ceremony (WebAuthn L3 §13.4.3).
 *
 * @param bytes exactly 32
 */
public record Challenge(Bytes bytes) {

    private static final int LENGTH = 32;

    /** Checks the length. */
    public Challenge {
        if (bytes.length() != LENGTH) {
            throw new IllegalArgumentException("challenge: must have " + LENGTH + " bytes");
        }
    }

    /** Draws a fresh challenge. */
    public static Challenge random(SecureRandom random) {
        return new Challenge(Bytes.random(LENGTH, random));
    }
}
