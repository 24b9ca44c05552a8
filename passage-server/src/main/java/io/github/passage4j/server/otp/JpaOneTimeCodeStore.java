package io.github.passage4j.server.otp;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The codes, in the database. */
@ApplicationScoped
@Transactional
public class JpaOneTimeCodeStore implements OneTimeCodeStore {

    private EntityManager entities;

    /** For the CDI proxy. */
    @SuppressWarnings("NullAway.Init")
    protected JpaOneTimeCodeStore() {}

    /** Makes the store. */
    @Inject
    public JpaOneTimeCodeStore(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public void add(OneTimeCode code) {
        entities.persist(code);
    }

    @Override
    public Optional<OneTimeCode> lock(String appId, String id) {
        return Optional.ofNullable(entities.find(OneTimeCode.class, id, LockModeType.PESSIMISTIC_WRITE))
                .filter(code -> code.appId().equals(appId));
    }

    @Override
    public void remove(OneTimeCode code) {
        entities.remove(code);
    }

    @Override
    public List<String> ofUser(String appId, String userId) {
        return entities.createQuery(
                        "SELECT c.id FROM OneTimeCode c WHERE c.userId = :user AND c.appId = :app"
                                + " ORDER BY c.createdAt DESC, c.id",
                        String.class)
                .setParameter("user", userId)
                .setParameter("app", appId)
                .getResultList();
    }

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public void purge(Instant before) {
        entities.createQuery("DELETE FROM OneTimeCode c WHERE c.expiresAt <= :before")
                .setParameter("before", before)
                .executeUpdate();
    }
}
