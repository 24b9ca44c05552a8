package io.github.passage4j.core.user;

import io.github.passage4j.core.config.PassageClock;
import io.github.passage4j.core.persistence.Constraints;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Users in the app's database. */
@ApplicationScoped
public class JpaUsers implements Users {

    @PersistenceContext(unitName = "passage-app")
    EntityManager entityManager;

    private final Clock clock;

    @Inject
    public JpaUsers(@PassageClock Clock clock) {
        this.clock = clock;
    }

    @SuppressWarnings("NullAway") // only the proxy of the container uses it
    protected JpaUsers() {
        this.clock = null;
    }

    @Override
    @Transactional(TxType.SUPPORTS)
    public Optional<User> findByPassageId(String passageId) {
        return entityManager
                .createQuery("SELECT u FROM User u WHERE u.passageId = :passageId", User.class)
                .setParameter("passageId", passageId)
                .getResultStream()
                .findFirst();
    }

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public User add(User user) {
        try {
            entityManager.persist(user);
            entityManager.flush();
            return user;
        } catch (PersistenceException e) {
            throw Constraints.isViolatedBy(e) ? new UserExistsException(e) : e;
        }
    }

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public Optional<User> rename(String passageId, @Nullable String name, @Nullable Long expectedVersion) {
        Optional<User> user = findByPassageId(passageId);
        user.ifPresent(found -> rename(found, name, expectedVersion));
        return user;
    }

    private void rename(User user, @Nullable String name, @Nullable Long expectedVersion) {
        if (expectedVersion != null && expectedVersion != user.version()) {
            throw new UserChangedException(null);
        }
        try {
            user.rename(name, clock.instant());
            entityManager.flush();
        } catch (OptimisticLockException e) {
            throw new UserChangedException(e);
        }
    }

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public boolean remove(String passageId) {
        return entityManager
                        .createQuery("DELETE FROM User u WHERE u.passageId = :passageId")
                        .setParameter("passageId", passageId)
                        .executeUpdate()
                > 0;
    }

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public boolean remove(String passageId, long expectedVersion) {
        int removed = entityManager
                .createQuery("DELETE FROM User u WHERE u.passageId = :passageId AND u.version = :version")
                .setParameter("passageId", passageId)
                .setParameter("version", expectedVersion)
                .executeUpdate();
        if (removed == 0 && findByPassageId(passageId).isPresent()) {
            throw new UserChangedException(null);
        }
        return removed > 0;
    }
}
