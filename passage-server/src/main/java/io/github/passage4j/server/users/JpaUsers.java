package io.github.passage4j.server.users;

import io.github.passage4j.server.persistence.UniqueViolation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The accounts, in the database. */
@ApplicationScoped
@Transactional
public class JpaUsers implements Users {

    private static final String FILTERED = " FROM User u WHERE u.appId = :app AND u.createdAt < :before";

    private EntityManager entities;

    /** For the CDI proxy. */
    @SuppressWarnings("NullAway.Init")
    protected JpaUsers() {}

    /** Makes the store. */
    @Inject
    public JpaUsers(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public void add(User user) {
        try {
            entities.persist(user);
            entities.flush();
        } catch (PersistenceException e) {
            if (UniqueViolation.caused(e)) {
                throw new UserExistsException(e);
            }
            throw e;
        }
    }

    @Override
    public Optional<User> find(String appId, String id) {
        return Optional.ofNullable(entities.find(User.class, id))
                .filter(user -> user.appId().equals(appId));
    }

    @Override
    public Optional<User> find(String appId, Identifier identifier) {
        return entities.createQuery("SELECT u FROM User u WHERE u.appId = :app AND u.email = :email", User.class)
                .setParameter("app", appId)
                .setParameter("email", identifier.email())
                .getResultStream()
                .findFirst();
    }

    @Override
    public Optional<User> lock(String appId, String id) {
        return Optional.ofNullable(entities.find(User.class, id, LockModeType.PESSIMISTIC_WRITE))
                .filter(user -> user.appId().equals(appId));
    }

    @Override
    public Optional<User> describePending(String appId, String id, JsonObject metadata, Instant now) {
        Optional<User> found = lock(appId, id);
        found.filter(user -> user.status() == UserStatus.PENDING).ifPresent(user -> user.describe(metadata, now));
        return found;
    }

    @Override
    public List<User> list(Filter filter, int offset, int limit) {
        return query("SELECT u", filter, " ORDER BY u.createdAt DESC, u.id", User.class)
                .setFirstResult(offset)
                .setMaxResults(limit)
                .getResultList();
    }

    @Override
    public long count(Filter filter) {
        return query("SELECT COUNT(u)", filter, "", Long.class).getSingleResult();
    }

    private <T> TypedQuery<T> query(String select, Filter filter, String order, Class<T> type) {
        String byEmail = filter.email() == null ? "" : " AND u.email = :email";
        TypedQuery<T> query = entities.createQuery(select + FILTERED + byEmail + order, type)
                .setParameter("app", filter.appId())
                .setParameter("before", filter.createdBefore());
        return filter.email() == null ? query : query.setParameter("email", filter.email());
    }
}
