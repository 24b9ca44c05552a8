package io.github.passage4j.server.webauthn;

import io.github.passage4j.server.webauthn.CeremonyException.Reason;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import org.jspecify.annotations.Nullable;

/** Refuses keys that can't be used, and RSA keys that can be broken. */
final class KeyStrengthCheck {

    private static final int SMALLEST_RSA_BITS = 2048;

    private KeyStrengthCheck() {}

    static void check(@Nullable PublicKey key) {
        if (key == null) {
            throw new CeremonyException(Reason.MALFORMED_RESPONSE);
        }
        if (key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() < SMALLEST_RSA_BITS) {
            throw new CeremonyException(
                    Reason.KEY_TOO_WEAK, SMALLEST_RSA_BITS, rsa.getModulus().bitLength());
        }
    }
}
