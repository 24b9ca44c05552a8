package io.github.passage4j.core.user;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads along the indexes. A page is found in two steps: its numbers, each query one range of one index that holds all that is asked for,
 * then its rows by their numbers. In one step Derby, whose optimizer takes no notice of the limit, would rather read and sort the whole table.
 */
@ApplicationScoped
@Transactional(TxType.SUPPORTS)
public class JpaUserDirectory implements UserDirectory {

    private static final String BY_NAME = " ORDER BY u.name, u.id";

    @PersistenceContext(unitName = "passage-app")
    EntityManager entityManager;

    @Override
    public Optional<User> find(long id) {
        return Optional.ofNullable(entityManager.find(User.class, id));
    }

    @Override
    public List<User> page(long afterId, int limit) {
        return rows(numbers("SELECT u.id FROM User u WHERE u.id > :id ORDER BY u.id", limit)
                .setParameter("id", afterId)
                .getResultList());
    }

    @Override
    public List<User> pageByName(String prefix, @Nullable NamePosition after, int limit) {
        if (after == null) {
            return rows(first(prefix, limit));
        }
        List<Long> numbers = new ArrayList<>(sameName(after, limit));
        if (numbers.size() < limit) {
            numbers.addAll(behind(after.name(), prefix, limit - numbers.size()));
        }
        return rows(numbers);
    }

    @Override
    public List<Long> list(UserListing listing) {
        if (listing.matchesNobody()) {
            return List.of();
        }
        String passageId = listing.passageId();
        if (passageId != null) {
            return one(passageId, listing.namePrefix());
        }
        String prefix = listing.namePrefix();
        return prefix == null ? all(listing) : beginningWith(prefix, listing);
    }

    private List<Long> one(String passageId, @Nullable String prefix) {
        return entityManager
                .createQuery("SELECT u FROM User u WHERE u.passageId = :passageId", User.class)
                .setParameter("passageId", passageId)
                .getResultStream()
                .filter(user ->
                        prefix == null || (user.name() != null && user.name().startsWith(prefix)))
                .map(User::id)
                .toList();
    }

    private List<Long> all(UserListing listing) {
        return numbers(
                        "SELECT u.id FROM User u"
                                + (listing.order() == UserListing.Order.NAME ? byName(listing) : byNumber(listing)),
                        MAX_LISTED + 1)
                .getResultList();
    }

    /** No index has both names and times in order: what is wanted by time is few enough to be sorted here. */
    private List<Long> beginningWith(String prefix, UserListing listing) {
        boolean isByName = listing.order() == UserListing.Order.NAME;
        List<Long> numbers = numbers(
                        "SELECT u.id FROM User u WHERE u.name >= :prefix AND u.name < :end"
                                + (isByName ? byName(listing) : BY_NAME),
                        MAX_LISTED + 1)
                .setParameter("prefix", prefix)
                .setParameter("end", endOf(prefix))
                .getResultList();
        return isByName
                ? numbers
                : numbers.stream()
                        .sorted(listing.descending() ? Comparator.reverseOrder() : Comparator.naturalOrder())
                        .toList();
    }

    private static String byName(UserListing listing) {
        return listing.descending() ? " ORDER BY u.name DESC, u.id DESC" : BY_NAME;
    }

    private static String byNumber(UserListing listing) {
        return listing.descending() ? " ORDER BY u.id DESC" : " ORDER BY u.id";
    }

    private List<Long> first(String prefix, int limit) {
        return numbers("SELECT u.id FROM User u WHERE u.name >= :prefix AND u.name < :end" + BY_NAME, limit)
                .setParameter("prefix", prefix)
                .setParameter("end", endOf(prefix))
                .getResultList();
    }

    /** One query with OR would say the same, but no longer be one range of the index. */
    private List<Long> sameName(NamePosition after, int limit) {
        return numbers("SELECT u.id FROM User u WHERE u.name = :name AND u.id > :id" + BY_NAME, limit)
                .setParameter("name", after.name())
                .setParameter("id", after.id())
                .getResultList();
    }

    private List<Long> behind(String last, String prefix, int limit) {
        return numbers("SELECT u.id FROM User u WHERE u.name > :last AND u.name < :end" + BY_NAME, limit)
                .setParameter("last", last)
                .setParameter("end", endOf(prefix))
                .getResultList();
    }

    private TypedQuery<Long> numbers(String query, int limit) {
        return entityManager.createQuery(query, Long.class).setMaxResults(limit);
    }

    @Override
    public List<User> rows(List<Long> numbers) {
        if (numbers.isEmpty()) {
            return List.of();
        }
        Map<Long, User> rows = entityManager
                .createQuery("SELECT u FROM User u WHERE u.id IN :numbers", User.class)
                .setParameter("numbers", numbers)
                .getResultStream()
                .collect(Collectors.toMap(User::id, Function.identity()));
        return numbers.stream().map(rows::get).filter(Objects::nonNull).toList();
    }

    /** The least text behind all that begin so: the last character's successor in its place. Names hold no surrogates of their own. */
    static String endOf(String prefix) {
        int last = prefix.codePointBefore(prefix.length());
        int successor = last == Character.MIN_SURROGATE - 1 ? Character.MAX_SURROGATE + 1 : last + 1;
        return prefix.substring(0, prefix.length() - Character.charCount(last)) + Character.toString(successor);
    }
}
