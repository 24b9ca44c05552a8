package io.github.passage4j.server.token;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The families, in the database. */
@ApplicationScoped
@Transactional
public class JpaRefreshTokenStore implements RefreshTokenStore {

    private static final int SOME = 100;

    private EntityManager entities;

    /** For the CDI proxy. */
    @SuppressWarnings("NullAway.Init")
    protected JpaRefreshTokenStore() {}

    /** Makes the store. */
    @Inject
    public JpaRefreshTokenStore(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public void add(RefreshFamily family) {
        entities.persist(family);
        // Tokens refer to it by a plain column, so the order of the inserts is ours to keep
        entities.flush();
    }

    @Override
    public void add(RefreshToken token) {
        entities.persist(token);
    }

    @Override
    public Optional<RefreshFamily> lock(String familyId) {
        return Optional.ofNullable(entities.find(RefreshFamily.class, familyId, LockModeType.PESSIMISTIC_WRITE));
    }

    @Override
    public Optional<RefreshFamily> family(String familyId) {
        return Optional.ofNullable(entities.find(RefreshFamily.class, familyId));
    }

    @Override
    public Optional<RefreshToken> find(String hash) {
        return Optional.ofNullable(entities.find(RefreshToken.class, hash));
    }

    @Override
    public void remove(RefreshToken token) {
        entities.remove(token);
    }

    @Override
    public void remove(RefreshFamily family) {
        entities.flush();
        entities.remove(family);
        entities.flush();
    }

    @Override
    public List<String> ofUser(String appId, String userId) {
        return entities.createQuery(
                        "SELECT f.id FROM RefreshFamily f WHERE f.userId = :user AND f.appId = :app ORDER BY f.id",
                        String.class)
                .setParameter("user", userId)
                .setParameter("app", appId)
                .getResultList();
    }

    @Override
    public List<RefreshFamily> alive(String appId, String userId, Instant now, int most) {
        return entities.createQuery(
                        "SELECT f FROM RefreshFamily f WHERE f.userId = :user AND f.appId = :app AND f.expiresAt > :now"
                                + " AND f.idleUntil > :now ORDER BY f.lastUsedAt DESC, f.id",
                        RefreshFamily.class)
                .setParameter("user", userId)
                .setParameter("app", appId)
                .setParameter("now", now)
                .setMaxResults(most)
                .getResultList();
    }

    @Override
    public List<String> ended(Instant now) {
        return entities.createQuery(
                        "SELECT f.id FROM RefreshFamily f WHERE f.expiresAt <= :now OR f.idleUntil <= :now ORDER BY f.id",
                        String.class)
                .setParameter("now", now)
                .setMaxResults(SOME)
                .getResultList();
    }
}
