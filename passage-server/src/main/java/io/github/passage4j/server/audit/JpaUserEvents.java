package io.github.passage4j.server.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The events, in the database. */
@ApplicationScoped
@Transactional
public class JpaUserEvents implements UserEvents {

    private EntityManager entities;

    /** For the CDI proxy. */
    @SuppressWarnings("NullAway.Init")
    protected JpaUserEvents() {}

    /** Makes the store. */
    @Inject
    public JpaUserEvents(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public void add(UserEvent event) {
        entities.persist(event);
    }

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public void addAlone(UserEvent event) {
        entities.persist(event);
    }

    @Override
    public List<UserEvent> recent(String appId, String userId) {
        return Stream.of(true, false)
                .flatMap(isComplete -> entities.createQuery(
                                "SELECT e FROM UserEvent e WHERE e.userId = :user AND e.isComplete = :complete"
                                        + " AND e.appId = :app ORDER BY e.createdAt DESC, e.id DESC",
                                UserEvent.class)
                        .setParameter("user", userId)
                        .setParameter("complete", isComplete)
                        .setParameter("app", appId)
                        .setMaxResults(RECENT)
                        .getResultStream())
                .sorted(Comparator.comparing(UserEvent::createdAt)
                        .thenComparing(UserEvent::id)
                        .reversed())
                .toList();
    }

    @Override
    public void removeOf(String appId, String userId) {
        entities.createQuery("DELETE FROM UserEvent e WHERE e.userId = :user AND e.appId = :app")
                .setParameter("user", userId)
                .setParameter("app", appId)
                .executeUpdate();
    }

    @Override
    public int removeUntil(Instant last, int most) {
        return remove(entities.createQuery(
                        "SELECT e.id FROM UserEvent e WHERE e.createdAt <= :last ORDER BY e.createdAt", String.class)
                .setParameter("last", last)
                .setMaxResults(most)
                .getResultList());
    }

    @Override
    public int trim(int keep, int most) {
        List<Object[]> rich = entities.createQuery(
                        "SELECT e.userId, e.isComplete FROM UserEvent e GROUP BY e.userId, e.isComplete"
                                + " HAVING COUNT(e.id) > :keep ORDER BY e.userId",
                        Object[].class)
                .setParameter("keep", (long) keep)
                .setMaxResults(most)
                .getResultList();
        int removed = 0;
        for (Object[] found : rich) {
            if (removed < most) {
                removed += remove(oldest(found[0], found[1], keep, most - removed));
            }
        }
        return removed;
    }

    private List<String> oldest(Object userId, Object isComplete, int keep, int most) {
        return entities.createQuery(
                        "SELECT e.id FROM UserEvent e WHERE e.userId = :user AND e.isComplete = :complete"
                                + " ORDER BY e.createdAt DESC, e.id DESC",
                        String.class)
                .setParameter("user", userId)
                .setParameter("complete", isComplete)
                .setFirstResult(keep)
                .setMaxResults(most)
                .getResultList();
    }

    private int remove(List<String> ids) {
        return ids.isEmpty()
                ? 0
                : entities.createQuery("DELETE FROM UserEvent e WHERE e.id IN :ids")
                        .setParameter("ids", ids)
                        .executeUpdate();
    }
}
