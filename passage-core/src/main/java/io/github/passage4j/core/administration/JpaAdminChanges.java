package io.github.passage4j.core.administration;

import io.github.passage4j.core.persistence.Constraints;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The record in the app's database. Each row is stored at once, whatever else happens. */
@ApplicationScoped
public class JpaAdminChanges implements AdminChanges {

    private static final String CHANGES =
            "SELECT c, e FROM BegunChange c LEFT JOIN EndedChange e ON e.changeId = c.id WHERE ";

    @PersistenceContext(unitName = "passage-app")
    EntityManager entityManager;

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public void begin(ChangeRequest request, @Nullable String passkeyName, Instant now) {
        try {
            entityManager.persist(new BegunChange(request, passkeyName, now));
            entityManager.flush();
        } catch (PersistenceException e) {
            throw Constraints.isViolatedBy(e) ? new ChangeExistsException(e) : e;
        }
    }

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public void end(UUID id, Outcome outcome, Instant now) {
        entityManager.persist(new EndedChange(id, outcome, now));
    }

    @Override
    @Transactional(TxType.SUPPORTS)
    public Optional<AdminChange> find(UUID id) {
        return changes(entityManager
                        .createQuery(CHANGES + "c.id = :id", Object[].class)
                        .setParameter("id", id.toString()))
                .stream()
                .findFirst();
    }

    @Override
    @Transactional(TxType.SUPPORTS)
    public List<AdminChange> of(String passageId, int limit) {
        return changes(entityManager
                .createQuery(CHANGES + "c.passageId = :passageId ORDER BY c.begunAt DESC", Object[].class)
                .setParameter("passageId", passageId)
                .setMaxResults(limit));
    }

    private static List<AdminChange> changes(TypedQuery<Object[]> query) {
        return query.getResultStream()
                .map(row -> ((BegunChange) row[0]).with((EndedChange) row[1]))
                .toList();
    }
}
