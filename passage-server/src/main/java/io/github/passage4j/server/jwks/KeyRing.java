package io.github.passage4j.server.jwks;

import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Map;
import java.util.Optional;

/** The keys of one app as they were a moment ago: the one that signs, and all that are published. */
public final class KeyRing {

    private final String currentId;
    private final RSAPrivateKey currentKey;
    private final Map<String, RSAPublicKey> published;
    private final Map<String, RSAPublicKey> trusted;

    KeyRing(
            String currentId,
            RSAPrivateKey currentKey,
            Map<String, RSAPublicKey> published,
            Map<String, RSAPublicKey> trusted) {
        this.currentId = currentId;
        this.currentKey = currentKey;
        this.published = Map.copyOf(published);
        this.trusted = Map.copyOf(trusted);
    }

    /** Id of the key that signs. */
    public String currentId() {
        return currentId;
    }

    /** The key that signs. */
    public RSAPrivateKey currentKey() {
        return currentKey;
    }

    /** A key whose signature counts: the current one or a retired one. One that is yet to come never signed anything. */
    public Optional<RSAPublicKey> trusted(String id) {
        return Optional.ofNullable(trusted.get(id));
    }

    /** The public half of the ring, as everyone may see it. */
    public Jwks toJwks() {
        return Jwks.of(published);
    }
}
