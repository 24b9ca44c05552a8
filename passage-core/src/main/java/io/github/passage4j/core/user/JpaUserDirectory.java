package io.github.passage4j.core.user;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads along the indexes: each query is one range of one index, in its order. */
@ApplicationScoped
@Transactional(TxType.SUPPORTS)
public class JpaUserDirectory implements UserDirectory {

    @PersistenceContext(unitName = "passage-app")
    EntityManager entityManager;

    @Override
    public Optional<User> find(long id) {
        return Optional.ofNullable(entityManager.find(User.class, id));
    }

    @Override
    public List<User> page(long afterId, int limit) {
        return entityManager
                .createQuery("SELECT u FROM User u WHERE u.id > :id ORDER BY u.id", User.class)
                .setParameter("id", afterId)
                .setMaxResults(limit)
                .getResultList();
    }

    @Override
    public List<User> pageByName(String prefix, @Nullable NamePosition after, int limit) {
        if (after == null) {
            return first(prefix, limit);
        }
        List<User> rows = new ArrayList<>(sameName(after, limit));
        if (rows.size() < limit) {
            rows.addAll(behind(after.name(), prefix, limit - rows.size()));
        }
        return rows;
    }

    private List<User> first(String prefix, int limit) {
        return entityManager
                .createQuery(
                        "SELECT u FROM User u WHERE u.name >= :prefix AND u.name < :end ORDER BY u.name, u.id",
                        User.class)
                .setParameter("prefix", prefix)
                .setParameter("end", endOf(prefix))
                .setMaxResults(limit)
                .getResultList();
    }

    /** One query with OR would say the same, but no longer be one range of the index. */
    private List<User> sameName(NamePosition after, int limit) {
        return entityManager
                .createQuery(
                        "SELECT u FROM User u WHERE u.name = :name AND u.id > :id ORDER BY u.name, u.id", User.class)
                .setParameter("name", after.name())
                .setParameter("id", after.id())
                .setMaxResults(limit)
                .getResultList();
    }

    private List<User> behind(String last, String prefix, int limit) {
        return entityManager
                .createQuery(
                        "SELECT u FROM User u WHERE u.name > :last AND u.name < :end ORDER BY u.name, u.id", User.class)
                .setParameter("last", last)
                .setParameter("end", endOf(prefix))
                .setMaxResults(limit)
                .getResultList();
    }

    /** The least text behind all that begin so: the last character's successor in its place. Names hold no surrogates of their own. */
    static String endOf(String prefix) {
        int last = prefix.codePointBefore(prefix.length());
        int successor = last == Character.MIN_SURROGATE - 1 ? Character.MAX_SURROGATE + 1 : last + 1;
        return prefix.substring(0, prefix.length() - Character.charCount(last)) + Character.toString(successor);
    }
}
