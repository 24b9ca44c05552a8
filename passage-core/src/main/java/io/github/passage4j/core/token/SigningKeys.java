package io.github.passage4j.core.token;

import java.security.interfaces.RSAPublicKey;
import java.util.Optional;

/** The public keys that the issuer signs tokens with at present. */
public interface SigningKeys {

    /**
     * The key with this {@code kid}. May ask the issuer for its keys when it is not among the known ones.
     *
     * @return empty when the issuer does not publish a usable key of that id: RSA of 2048 bits or more, for signatures, for RS256
     * @throws KeysUnavailableException when no keys are known and none can be had
     */
    Optional<RSAPublicKey> find(String keyId);
}
