package io.github.passage4j.server.jwks;

import io.github.passage4j.server.apps.App;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.function.Supplier;

/** The signing keys, in the database. */
@ApplicationScoped
@Transactional
public class JpaSigningKeyStore implements SigningKeyStore {

    private EntityManager entities;

    /** For the CDI proxy. */
    @SuppressWarnings("NullAway.Init")
    protected JpaSigningKeyStore() {}

    /** Makes the store. */
    @Inject
    public JpaSigningKeyStore(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public List<SigningKey> of(String appId) {
        return entities.createQuery("SELECT k FROM SigningKey k WHERE k.appId = :app", SigningKey.class)
                .setParameter("app", appId)
                .getResultList();
    }

    @Override
    public void ensureFirst(String appId, Supplier<SigningKey> first) {
        if (lock(appId).isEmpty()) {
            add(first.get());
        }
    }

    @Override
    public List<SigningKey> lock(String appId) {
        entities.find(App.class, appId, LockModeType.PESSIMISTIC_WRITE);
        return of(appId);
    }

    @Override
    public void add(SigningKey key) {
        entities.persist(key);
    }

    @Override
    public void remove(SigningKey key) {
        entities.remove(key);
    }
}
