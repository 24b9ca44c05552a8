package io.github.passage4j.server.jwks;

import io.github.passage4j.server.apps.App;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.function.Supplier;

/** The signing keys, in the database. */
@ApplicationScoped
@Transactional
public class SigningKeyStore {

    @PersistenceContext(unitName = "passage-server")
    @SuppressWarnings("NullAway.Init") // the container injects it
    private EntityManager entities;

    /** All keys of an app. */
    public List<SigningKey> of(String appId) {
        return entities.createQuery("SELECT k FROM SigningKey k WHERE k.appId = :app", SigningKey.class)
                .setParameter("app", appId)
                .getResultList();
    }

    /** Stores a first key for an app that has none. The app's row is locked meanwhile, so that there is one first key. */
    public void ensureFirst(String appId, Supplier<SigningKey> first) {
        entities.find(App.class, appId, LockModeType.PESSIMISTIC_WRITE);
        if (of(appId).isEmpty()) {
            entities.persist(first.get());
        }
    }
}
