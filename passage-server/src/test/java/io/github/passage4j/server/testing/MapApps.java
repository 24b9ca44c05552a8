package io.github.passage4j.server.testing;

import io.github.passage4j.server.apps.App;
import io.github.passage4j.server.apps.Apps;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The apps, in memory; the key of each is {@link #KEY}. */
public final class MapApps implements Apps {

    /** Opens every app. */
    public static final String KEY = "sample-api-key";

    private final Map<String, App> apps = new ConcurrentHashMap<>();

    /** Holds some apps. */
    public MapApps(App... apps) {
        for (App app : apps) {
            this.apps.put(app.id(), app);
        }
    }

    @Override
    public Optional<App> find(String id) {
        return Optional.ofNullable(apps.get(id));
    }

    @Override
    public boolean opens(String appId, String apiKey) {
        return apps.containsKey(appId) && KEY.equals(apiKey);
    }

    @Override
    public App ensureDefault() {
        return apps.values().iterator().next();
    }
}
