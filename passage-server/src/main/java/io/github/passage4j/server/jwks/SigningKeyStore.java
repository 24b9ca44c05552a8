package io.github.passage4j.server.jwks;

import java.util.List;
import java.util.function.Supplier;

/** Where signing keys are kept. */
interface SigningKeyStore {

    /** All keys of an app. */
    List<SigningKey> of(String appId);

    /** All keys of an app, which no other transaction changes until this one ends. */
    List<SigningKey> lock(String appId);

    /** Stores a key. */
    void add(SigningKey key);

    /** Drops a key that was found in this transaction. */
    void remove(SigningKey key);

    /** Stores a first key for an app that has none; of several callers at once, one does. */
    void ensureFirst(String appId, Supplier<SigningKey> first);
}
