package io.github.passage4j.core.user;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reading the rows of all users, for administrators. Lists come in pages that continue after the last row of the page before (keyset paging):
 * a page costs the same wherever it is, and rows that come or go meanwhile neither repeat nor hide others.
 */
public interface UserDirectory {

    /** The row of this number. */
    Optional<User> find(long id);

    /**
     * Rows in the order of their numbers, which is the order of their creation.
     *
     * @param afterId number of the last row before, 0 for the first page
     * @param limit most rows of the page
     */
    List<User> page(long afterId, int limit);

    /**
     * Rows whose name begins so, upper and lower case told apart, in the order of the names' characters, and of the numbers where names are equal.
     *
     * @param prefix beginning of the name, a valid name itself
     * @param after the last row before, {@code null} for the first page
     * @param limit most rows of the page
     */
    List<User> pageByName(String prefix, @Nullable NamePosition after, int limit);

    /** Most users that a listing holds. */
    int MAX_LISTED = 10_000;

    /**
     * The numbers of the users that a listing holds, in its order: the first {@link #MAX_LISTED}, and one more when there are more. Costs the
     * same among a million rows as among that many.
     */
    List<Long> list(UserListing listing);

    /** The rows of these numbers in their order; one that was deleted meanwhile is missing. */
    List<User> rows(List<Long> numbers);

    /**
     * Where a page by name ended.
     *
     * @param name the last row's name
     * @param id the last row's number
     */
    record NamePosition(String name, long id) {}
}
