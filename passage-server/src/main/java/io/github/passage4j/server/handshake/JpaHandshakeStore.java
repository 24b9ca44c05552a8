package io.github.passage4j.server.handshake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.Optional;

/** The handshakes, in the database. */
@ApplicationScoped
@Transactional
public class JpaHandshakeStore implements HandshakeStore {

    private EntityManager entities;

    /** For the CDI proxy. */
    @SuppressWarnings("NullAway.Init")
    protected JpaHandshakeStore() {}

    /** Makes the store. */
    @Inject
    public JpaHandshakeStore(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public void add(Handshake handshake) {
        entities.persist(handshake);
    }

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public Optional<Handshake> take(String id, String appId, Handshake.Purpose purpose) {
        Optional<Handshake> found = Optional.ofNullable(entities.find(Handshake.class, id))
                .filter(handshake -> handshake.isFor(appId, purpose));
        return found.filter(handshake -> delete(id) == 1);
    }

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public void purge(Instant before) {
        entities.createQuery("DELETE FROM Handshake h WHERE h.expiresAt <= :before")
                .setParameter("before", before)
                .executeUpdate();
    }

    private int delete(String id) {
        return entities.createQuery("DELETE FROM Handshake h WHERE h.id = :id")
                .setParameter("id", id)
                .executeUpdate();
    }
}
