package io.github.passage4j.server.users;

import io.github.passage4j.server.RandomIds;
import io.github.passage4j.server.persistence.UniqueViolation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The accounts, in the database. */
@ApplicationScoped
@Transactional
public class JpaUsers implements Users {

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
    public void add(User user) {
        entities.persist(user);
        save(user);
    }

    @Override
    public void remove(User user) {
        entities.flush();
        entities.remove(user);
        entities.flush();
    }

    @Override
    public void save(User user) {
        try {
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
        return byId(id, LockModeType.NONE).filter(user -> user.appId().equals(appId));
    }

    @Override
    public Optional<User> find(String appId, Identifier identifier) {
        String kind = identifier instanceof EmailAddress ? "email" : "phone";
        return entities.createQuery(
                        "SELECT u FROM User u WHERE u.appId = :app AND u." + kind + " = :identifier", User.class)
                .setParameter("app", appId)
                .setParameter("identifier", identifier.value())
                .getResultStream()
                .findFirst();
    }

    @Override
    public Optional<User> lock(String appId, String id) {
        return byId(id, LockModeType.PESSIMISTIC_WRITE)
                .filter(user -> user.appId().equals(appId));
    }

    @Override
    public Optional<User> describePending(String appId, String id, JsonObject metadata, Instant now) {
        Optional<User> found = lock(appId, id);
        found.filter(user -> user.status() == UserStatus.PENDING).ifPresent(user -> user.describe(metadata, now));
        return found;
    }

    @Override
    public List<User> list(UserQuery query, int offset, int limit) {
        UserConditions conditions = new UserConditions(query);
        return conditions
                .bind(entities.createQuery(
                        "SELECT u FROM User u" + conditions.where() + conditions.orderBy(), User.class))
                .setFirstResult(offset)
                .setMaxResults(limit)
                .getResultList();
    }

    @Override
    public List<User> after(String appId, String id, int limit) {
        return entities.createQuery(
                        "SELECT u FROM User u WHERE u.appId = :app AND u.id > :id ORDER BY u.id", User.class)
                .setParameter("app", appId)
                .setParameter("id", id)
                .setMaxResults(limit)
                .getResultList();
    }

    @Override
    public long count(UserQuery query) {
        UserConditions conditions = new UserConditions(query);
        return conditions
                .bind(entities.createQuery("SELECT COUNT(u) FROM User u" + conditions.where(), Long.class))
                .getSingleResult();
    }

    /** Databases may compare without trailing blanks, or fail at a NUL: only what can be an id is looked for. */
    private Optional<User> byId(String id, LockModeType lock) {
        return RandomIds.isId(id) ? Optional.ofNullable(entities.find(User.class, id, lock)) : Optional.empty();
    }
}
