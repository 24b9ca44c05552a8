package io.github.passage4j.faces.admin;

import io.github.passage4j.core.user.User;
import io.github.passage4j.core.user.UserDirectory;
import io.github.passage4j.core.user.UserListing;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/** The rows of the table, read from the database as far as they are shown. */
final class UsersModel extends LazyDataModel<User> {

    private static final long serialVersionUID = 1L;

    private final transient UserDirectory directory;
    private transient UserListing listing;
    private transient @Nullable List<Long> numbers;

    /**
     * Makes a model for one request.
     *
     * @param listing what the table shows unless the request says otherwise
     */
    UsersModel(UserDirectory directory, UserListing listing) {
        this.directory = directory;
        this.listing = listing;
    }

    @Override
    public int count(Map<String, FilterMeta> filterBy) {
        return Math.min(
                numbers(listing(filterBy, listing.order(), listing.descending()))
                        .size(),
                UserDirectory.MAX_LISTED);
    }

    @Override
    public List<User> load(int first, int pageSize, Map<String, SortMeta> sortBy, Map<String, FilterMeta> filterBy) {
        UserListing wanted = sortBy.values().stream()
                .findFirst()
                .map(sort -> listing(
                        filterBy, UsersState.orderOf(sort), sort.getOrder().isDescending()))
                .orElseGet(() -> listing(filterBy, UserListing.Order.CREATED, true));
        List<Long> all = numbers(wanted);
        int shown = Math.min(all.size(), UserDirectory.MAX_LISTED);
        int from = Math.min(Math.max(first, 0), shown);
        return directory.rows(all.subList(from, Math.min(from + pageSize, shown)));
    }

    @Override
    public String getRowKey(User user) {
        return Objects.toString(user.id());
    }

    /** What the table shows after it was loaded. */
    UserListing listing() {
        return listing;
    }

    private List<Long> numbers(UserListing wanted) {
        if (numbers == null || !wanted.equals(listing)) {
            listing = wanted;
            numbers = directory.list(wanted);
        }
        return numbers;
    }

    private static UserListing listing(Map<String, FilterMeta> filterBy, UserListing.Order order, boolean descending) {
        return new UserListing(
                filter(filterBy, UsersState.NAME), filter(filterBy, UsersState.PASSAGE_ID), order, descending);
    }

    private static @Nullable String filter(Map<String, FilterMeta> filterBy, String field) {
        return filterBy.values().stream()
                .filter(filter -> field.equals(filter.getField()) && filter.getFilterValue() != null)
                .map(filter -> filter.getFilterValue().toString())
                .findFirst()
                .orElse(null);
    }
}
