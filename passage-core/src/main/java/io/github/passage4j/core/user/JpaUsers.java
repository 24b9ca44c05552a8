package io.github.passage4j.core.user;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;

/** Users in the app's database. */
@ApplicationScoped
public class JpaUsers implements Users {

    /** SQLSTATE class "integrity constraint violation" (ISO/IEC 9075-2 §24.1). */
    private static final String CONSTRAINT_VIOLATION = "23";

    @PersistenceContext(unitName = "passage-app")
    EntityManager entityManager;

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
            throw isConstraintViolation(e) ? new UserExistsException(e) : e;
        }
    }

    private static boolean isConstraintViolation(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .map(cause -> ((SQLException) cause).getSQLState())
                .anyMatch(state -> state != null && state.startsWith(CONSTRAINT_VIOLATION));
    }
}
