package io.github.passage4j.server.apps;

import io.github.passage4j.server.wire.PassageException;
import java.util.List;
import java.util.Optional;

/** The apps of this server. */
public interface Apps {

    /** Finds an app by its id. */
    Optional<App> find(String id);

    /** All apps, oldest first. */
    List<App> all();

    /** Stores a new app. */
    void add(App app);

    /** Keys to the Management API of an app, oldest first. */
    List<ApiKey> keys(String appId);

    /**
     * Stores a new key.
     *
     * @throws PassageException 400 when the app has a key of that name
     */
    void add(ApiKey key);

    /** Drops a key that was found in this transaction; it opens nothing any more. */
    void remove(ApiKey key);

    /** Tells whether a key opens the Management API of an app. */
    boolean opens(String appId, String apiKey);

    /**
     * Makes sure that the default app is there, with the origin and the API key of the settings. Safe to repeat.
     *
     * @return the app
     */
    App ensureDefault();
}
