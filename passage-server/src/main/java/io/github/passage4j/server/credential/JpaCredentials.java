package io.github.passage4j.server.credential;

import io.github.passage4j.server.persistence.UniqueViolation;
import io.github.passage4j.server.webauthn.Bytes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** The passkeys, in the database. */
@ApplicationScoped
@Transactional
public class JpaCredentials implements Credentials {

    private EntityManager entities;

    /** For the CDI proxy. */
    @SuppressWarnings("NullAway.Init")
    protected JpaCredentials() {}

    /** Makes the store. */
    @Inject
    public JpaCredentials(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public void add(Credential credential) {
        // Asked first so that an ordinary duplicate leaves no failed statement behind; the constraint settles races
        if (isTaken(credential)) {
            throw new CredentialExistsException();
        }
        try {
            entities.persist(credential);
            entities.flush();
        } catch (PersistenceException e) {
            if (UniqueViolation.caused(e)) {
                throw new CredentialExistsException(e);
            }
            throw e;
        }
    }

    @Override
    public Optional<Credential> find(String appId, Bytes credentialId) {
        return find(appId, credentialId, LockModeType.NONE);
    }

    @Override
    public Optional<Credential> lock(String appId, Bytes credentialId) {
        return find(appId, credentialId, LockModeType.PESSIMISTIC_WRITE);
    }

    @Override
    public List<Credential> ofUser(String userId) {
        return entities.createQuery(
                        "SELECT c FROM Credential c WHERE c.userId = :user ORDER BY c.createdAt, c.id",
                        Credential.class)
                .setParameter("user", userId)
                .getResultList();
    }

    @Override
    public void remove(Credential credential) {
        entities.remove(credential);
    }

    private boolean isTaken(Credential credential) {
        return entities.createQuery("SELECT COUNT(c) FROM Credential c WHERE c.credentialIdHash = :hash", Long.class)
                        .setParameter("hash", credential.credentialIdHash())
                        .getSingleResult()
                > 0;
    }

    private Optional<Credential> find(String appId, Bytes credentialId, LockModeType lock) {
        return entities.createQuery(
                        "SELECT c FROM Credential c WHERE c.credentialIdHash = :hash AND c.appId = :app",
                        Credential.class)
                .setParameter("hash", Credential.hash(credentialId))
                .setParameter("app", appId)
                .setLockMode(lock)
                .getResultStream()
                .findFirst();
    }
}
