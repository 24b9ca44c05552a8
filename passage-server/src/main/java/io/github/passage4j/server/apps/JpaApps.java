package io.github.passage4j.server.apps;

import io.github.passage4j.server.RandomIds;
import io.github.passage4j.server.config.ServerConfig;
import io.github.passage4j.server.wire.PassageException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The apps, in the database. */
@ApplicationScoped
@Transactional
public class JpaApps implements Apps {

    private static final String DEFAULT_NAME = "Passage4J";
    private static final String SETTINGS_KEY = "settings";

    private EntityManager entities;
    private ServerConfig config;
    private Clock clock;
    private SecureRandom random;

    /** For the CDI proxy. */
    @SuppressWarnings("NullAway.Init")
    protected JpaApps() {}

    /** Makes the store. */
    @Inject
    public JpaApps(EntityManager entities, ServerConfig config, Clock clock, SecureRandom random) {
        this.entities = entities;
        this.config = config;
        this.clock = clock;
        this.random = random;
    }

    @Override
    public Optional<App> find(String id) {
        // Databases may compare without trailing blanks, or fail at a NUL
        return RandomIds.isId(id) ? Optional.ofNullable(entities.find(App.class, id)) : Optional.empty();
    }

    @Override
    public boolean opens(String appId, String apiKey) {
        boolean opens = false;
        for (ApiKey key : keys(appId)) {
            opens |= key.opensWith(apiKey);
        }
        return opens;
    }

    @Override
    public App ensureDefault() {
        App app = find(config.appId()).orElseGet(this::create);
        app.moveTo(config.origin(), clock.instant());
        ensureApiKey(app.id());
        return app;
    }

    private App create() {
        App app = new App(config.appId(), DEFAULT_NAME, config.origin(), clock.instant());
        app.addMetadataField(new MetadataField(
                RandomIds.next(random), "nickname", "Nickname", MetadataField.Type.STRING, false, true));
        entities.persist(app);
        entities.flush();
        return app;
    }

    private void ensureApiKey(String appId) {
        String key = config.apiKey().reveal();
        entities.createQuery("SELECT k FROM ApiKey k WHERE k.appId = :app AND k.name = :name", ApiKey.class)
                .setParameter("app", appId)
                .setParameter("name", SETTINGS_KEY)
                .getResultStream()
                .findFirst()
                .ifPresentOrElse(
                        present -> present.replaceBy(key, clock.instant()),
                        () -> entities.persist(
                                new ApiKey(RandomIds.next(random), appId, SETTINGS_KEY, key, clock.instant())));
    }

    @Override
    public List<App> all() {
        return entities.createQuery("SELECT a FROM App a ORDER BY a.createdAt, a.id", App.class)
                .getResultList();
    }

    @Override
    public void add(App app) {
        entities.persist(app);
        entities.flush();
    }

    @Override
    public void add(ApiKey key) {
        if (keys(key.appId()).stream().anyMatch(present -> present.name().equals(key.name()))) {
            throw PassageException.invalid("name", "is that of another key of the app");
        }
        entities.persist(key);
        entities.flush();
    }

    @Override
    public void remove(ApiKey key) {
        entities.remove(key);
    }

    @Override
    public List<ApiKey> keys(String appId) {
        return entities.createQuery(
                        "SELECT k FROM ApiKey k WHERE k.appId = :app ORDER BY k.createdAt, k.id", ApiKey.class)
                .setParameter("app", appId)
                .getResultList();
    }
}
