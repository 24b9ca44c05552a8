package io.github.passage4j.server.apps;

import java.util.Optional;

/** The apps of this server. */
public interface Apps {

    /** Finds an app by its id. */
    Optional<App> find(String id);

    /** Tells whether a key opens the Management API of an app. */
    boolean opens(String appId, String apiKey);

    /**
     * Makes sure that the default app is there, with the origin and the API key of the settings. Safe to repeat.
     *
     * @return the app
     */
    App ensureDefault();
}
