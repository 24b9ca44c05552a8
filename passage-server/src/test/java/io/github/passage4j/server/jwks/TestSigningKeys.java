package io.github.passage4j.server.jwks;

import io.github.passage4j.server.config.ServerConfig;
import io.github.passage4j.server.config.ServerKey;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Signing keys with a store in memory. */
public final class TestSigningKeys implements SigningKeyStore {

    private final List<SigningKey> keys = new ArrayList<>();

    /** Makes keys, with one for an app. */
    public static SigningKeys with(String appId, ServerConfig config, Clock clock) {
        return on(new TestSigningKeys(), appId, config, clock);
    }

    /** The same on a store. */
    public static SigningKeys on(TestSigningKeys store, String appId, ServerConfig config, Clock clock) {
        SecureRandom random = new SecureRandom();
        SigningKeys keys = new SigningKeys(store, ServerKey.open(config, random), clock, random);
        keys.ensure(appId);
        return keys;
    }

    @Override
    public List<SigningKey> of(String appId) {
        return keys.stream().filter(key -> key.appId().equals(appId)).toList();
    }

    @Override
    public void ensureFirst(String appId, Supplier<SigningKey> first) {
        if (of(appId).isEmpty()) {
            keys.add(first.get());
        }
    }

    @Override
    public List<SigningKey> lock(String appId) {
        return of(appId);
    }

    @Override
    public void remove(SigningKey key) {
        keys.remove(key);
    }

    @Override
    public void add(SigningKey key) {
        keys.add(key);
    }
}
