package io.github.passage4j.server.magiclink;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.Optional;

/** The links, in the database. */
@ApplicationScoped
@Transactional
public class JpaMagicLinkStore implements MagicLinkStore {

    private EntityManager entities;

    /** For the CDI proxy. */
    @SuppressWarnings("NullAway.Init")
    protected JpaMagicLinkStore() {}

    /** Makes the store. */
    @Inject
    public JpaMagicLinkStore(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public void add(MagicLink link) {
        entities.persist(link);
    }

    @Override
    public Optional<MagicLink> lock(String idHash) {
        return Optional.ofNullable(entities.find(MagicLink.class, idHash, LockModeType.PESSIMISTIC_WRITE));
    }

    @Override
    public Optional<String> idOfToken(String tokenHash) {
        return entities.createQuery("SELECT l.idHash FROM MagicLink l WHERE l.tokenHash = :token", String.class)
                .setParameter("token", tokenHash)
                .getResultStream()
                .findFirst();
    }

    @Override
    public void dropChanges(String appId, String userId) {
        entities.createQuery(
                        "DELETE FROM MagicLink l WHERE l.userId = :user AND l.appId = :app AND l.purpose <> :signIn")
                .setParameter("user", userId)
                .setParameter("app", appId)
                .setParameter("signIn", MagicLinks.Purpose.SIGN_IN)
                .executeUpdate();
    }

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public void purge(Instant before) {
        entities.createQuery("DELETE FROM MagicLink l WHERE l.expiresAt <= :before")
                .setParameter("before", before)
                .executeUpdate();
    }
}
