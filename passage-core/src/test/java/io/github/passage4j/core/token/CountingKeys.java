package io.github.passage4j.core.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keys in memory that remember what was asked. Thread-safe. */
public final class CountingKeys implements SigningKeys {

    private final Map<String, RSAPublicKey> keys = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    public CountingKeys(RSAKey... published) {
        for (RSAKey key : published) {
            publish(key);
        }
    }

    void publish(RSAKey key) {
        try {
            keys.put(key.getKeyID(), key.toRSAPublicKey());
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    void withdraw(RSAKey key) {
        keys.remove(key.getKeyID());
    }

    List<String> asked() {
        return asked;
    }

    @Override
    public Optional<RSAPublicKey> find(String keyId) {
        asked.add(keyId);
        return Optional.ofNullable(keys.get(keyId));
    }
}
