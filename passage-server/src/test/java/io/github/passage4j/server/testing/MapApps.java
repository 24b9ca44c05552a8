package io.github.passage4j.server.testing;

import io.github.passage4j.server.apps.ApiKey;
import io.github.passage4j.server.apps.App;
import io.github.passage4j.server.apps.Apps;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The apps, in memory; the key of each is {@link #KEY}. */
public final class MapApps implements Apps {

    /** Opens every app. */
    public static final String KEY = "sample-api-key";

    private final List<ApiKey> keys = new ArrayList<>();
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
    public List<App> all() {
        return List.copyOf(apps.values());
    }

    @Override
    public void add(App app) {
        apps.put(app.id(), app);
    }

    @Override
    public List<ApiKey> keys(String appId) {
        return keys.stream().filter(key -> key.appId().equals(appId)).toList();
    }

    @Override
    public void add(ApiKey key) {
        keys.add(key);
    }

    @Override
    public void remove(ApiKey key) {
        keys.remove(key);
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
