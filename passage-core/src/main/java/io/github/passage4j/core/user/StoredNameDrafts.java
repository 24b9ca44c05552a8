package io.github.passage4j.core.user;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Optional;

/** The rows of {@link JpaNameDrafts}. */
@ApplicationScoped
public class StoredNameDrafts {

    @PersistenceContext(unitName = "passage-app")
    EntityManager entityManager;

    /** Stores a draft, in the place of one that was kept for the same address, in a transaction of its own; drops those that are over. */
    @Transactional(TxType.REQUIRES_NEW)
    void keep(NameDraft draft) {
        entityManager
                .createQuery("DELETE FROM NameDraft d WHERE d.keptAt < :oldest")
                .setParameter("oldest", draft.keptAt().minus(NameDrafts.LIFE))
                .executeUpdate();
        find(draft.identifierHash())
                .ifPresentOrElse(known -> known.retype(draft), () -> entityManager.persist(draft.copy()));
        entityManager.flush();
    }

    /** Takes a draft out, as part of the caller's transaction. */
    @Transactional(TxType.MANDATORY)
    Optional<NameDraft> take(String identifierHash) {
        Optional<NameDraft> draft = find(identifierHash);
        draft.ifPresent(entityManager::remove);
        return draft;
    }

    private Optional<NameDraft> find(String identifierHash) {
        return Optional.ofNullable(entityManager.find(NameDraft.class, identifierHash, LockModeType.PESSIMISTIC_WRITE));
    }
}
