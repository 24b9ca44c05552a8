package io.github.passage4j.server.credential;

import io.github.passage4j.server.persistence.UniqueViolation;
import io.github.passage4j.server.webauthn.Bytes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.util.Collection;
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
        return byCredentialId("c", Credential.class, appId, credentialId);
    }

    @Override
    public Optional<String> ownerOf(String appId, Bytes credentialId) {
        return byCredentialId("c.userId", String.class, appId, credentialId);
    }

    @Override
    public List<Credential> ofUser(String userId) {
        return knownOf(userId).stream().filter(Credential::hasPublicKey).toList();
    }

    @Override
    public List<Credential> knownOf(String userId) {
        return entities.createQuery(
                        "SELECT c FROM Credential c WHERE c.userId = :user ORDER BY c.createdAt, c.id",
                        Credential.class)
                .setParameter("user", userId)
                .getResultList();
    }

    @Override
    public List<Credential> knownOf(Collection<String> userIds) {
        return userIds.isEmpty()
                ? List.of()
                : entities.createQuery(
                                "SELECT c FROM Credential c WHERE c.userId IN :users ORDER BY c.userId, c.createdAt, c.id",
                                Credential.class)
                        .setParameter("users", userIds)
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

    private <T> Optional<T> byCredentialId(String what, Class<T> type, String appId, Bytes credentialId) {
        return entities.createQuery(
                        "SELECT " + what + " FROM Credential c WHERE c.credentialIdHash = :hash AND c.appId = :app",
                        type)
                .setParameter("hash", Credential.hash(credentialId))
                .setParameter("app", appId)
                .getResultStream()
                .findFirst();
    }
}
