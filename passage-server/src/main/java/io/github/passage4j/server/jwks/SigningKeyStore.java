package io.github.passage4j.server.jwks;

import java.util.List;
import java.util.function.Supplier;

/** Where signing keys are kept. */
interface SigningKeyStore {

    /** All keys of an app. */
    List<SigningKey> of(String appId);

    /** Stores a first key for an app that has none; of several callers at once, one does. */
    void ensureFirst(String appId, Supplier<SigningKey> first);
}
