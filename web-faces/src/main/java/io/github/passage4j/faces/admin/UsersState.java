package io.github.passage4j.faces.admin;

import io.github.passage4j.core.user.UserListing;
import io.github.passage4j.core.user.UserListing.Order;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.MatchMode;
import org.primefaces.model.SortMeta;
import org.primefaces.model.SortOrder;

/**
 * How the table is filtered and sorted, as the request says. The view keeps no state: the table's form brings it along each time, and an
 * address may ({@code /admin/users?name=Ada&sort=name-asc&first=25}).
 */
record UsersState(UserListing listing, int first) {

    /** The fields of the table's columns. */
    static final String NAME = "name";

    static final String PASSAGE_ID = "passageId";
    static final String CREATED = "created";

    /** The table in its form, in the names of parameters. */
    private static final String TABLE = "list:users:";

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}");

    /** The state that the request asks for; the last users first unless it says otherwise. */
    static UsersState in(HttpServletRequest request) {
        String sort = Objects.requireNonNullElse(request.getParameter("sort"), "");
        Order order = sort.startsWith(NAME) ? Order.NAME : Order.CREATED;
        boolean isDescending = sort.isEmpty() || sort.endsWith("-desc");
        return new UsersState(
                new UserListing(filter(request, NAME), filter(request, PASSAGE_ID), order, isDescending),
                Optional.ofNullable(request.getParameter("first"))
                        .filter(NUMBER.asMatchPredicate())
                        .map(Integer::valueOf)
                        .orElse(0));
    }

    private static @Nullable String filter(HttpServletRequest request, String field) {
        String typed = request.getParameter(TABLE + field + ":filter");
        return typed == null ? request.getParameter(field) : typed;
    }

    /** How the listing is sorted, as the parameter {@code sort} says it. */
    static String sortOf(UserListing listing) {
        return fieldOf(listing.order()) + (listing.descending() ? "-desc" : "-asc");
    }

    /** The order of the listing, in the words of the table. */
    List<SortMeta> sortBy() {
        return List.of(SortMeta.builder()
                .field(fieldOf(listing.order()))
                .order(listing.descending() ? SortOrder.DESCENDING : SortOrder.ASCENDING)
                .build());
    }

    /** The filters of the listing, in the words of the table. */
    List<FilterMeta> filterBy() {
        return List.of(
                filter(NAME, listing.namePrefix(), MatchMode.STARTS_WITH),
                filter(PASSAGE_ID, listing.passageId(), MatchMode.EXACT));
    }

    private static FilterMeta filter(String field, @Nullable String value, MatchMode mode) {
        return FilterMeta.builder()
                .field(field)
                .filterValue(value)
                .matchMode(mode)
                .build();
    }

    /** The order that a column of the table sorts by. */
    static Order orderOf(SortMeta sort) {
        return NAME.equals(sort.getField()) ? Order.NAME : Order.CREATED;
    }

    private static String fieldOf(Order order) {
        return order.name().toLowerCase(Locale.ROOT);
    }
}
