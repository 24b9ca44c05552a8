package io.github.passage4j.core.management;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which users to list, in which order.
 *
 * <pre>{@code
 * UserQuery.all()
 *     .where(UserQuery.Field.STATUS, UserQuery.Operator.NOT_EQUALS, "inactive")
 *     .where(UserQuery.Field.LAST_LOGIN_AT, UserQuery.Operator.LESS_THAN, halfAYearAgo)
 *     .orderBy(UserQuery.Field.CREATED_AT, UserQuery.Direction.DESCENDING)
 * }</pre>
 *
 * @param filters what must hold, all of it
 * @param orders first to last; Passage's own order when empty
 * @param pageSize users per request, 1 to {@value #MAX_PAGE_SIZE}
 * @param createdBefore only users created before, {@code null} for all until now
 */
public record UserQuery(
        List<Filter> filters,
        List<Order> orders,
        int pageSize,
        @Nullable Instant createdBefore) {

    /** Most users that Passage sends at once. */
    public static final int MAX_PAGE_SIZE = 500;

    private static final int DEFAULT_PAGE_SIZE = 100;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /** What users are filtered and ordered by. */
    public enum Field {
        /** E-mail address or phone number. */
        IDENTIFIER(Kind.TEXT),
        ID(Kind.TEXT),
        STATUS(Kind.TEXT),
        LOGIN_COUNT(Kind.COUNT),
        CREATED_AT(Kind.TIME),
        UPDATED_AT(Kind.TIME),
        LAST_LOGIN_AT(Kind.TIME);

        private final Kind kind;

        Field(Kind kind) {
            this.kind = kind;
        }

        private String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private enum Kind {
        TEXT,
        COUNT,
        TIME
    }

    /** How a field relates to the value. */
    public enum Operator {
        EQUALS(""),
        NOT_EQUALS("ne"),
        GREATER_THAN("gt"),
        LESS_THAN("lt"),
        /** Contains the value; for texts. */
        LIKE("like"),
        NOT_LIKE("not_like");

        private final String wireName;

        Operator(String wireName) {
            this.wireName = wireName;
        }

        private boolean isForTextsOnly() {
            return this == LIKE || this == NOT_LIKE;
        }
    }

    /** Which end comes first. */
    public enum Direction {
        ASCENDING("ASC"),
        DESCENDING("DESC");

        private final String wireName;

        Direction(String wireName) {
            this.wireName = wireName;
        }
    }

    /**
     * One condition.
     *
     * @param value as Passage writes it
     */
    public record Filter(Field field, Operator operator, String value) {

        public Filter {
            if (operator.isForTextsOnly() && field.kind != Kind.TEXT) {
                throw new IllegalArgumentException(operator + " does not apply to " + field);
            }
            if (value.isEmpty() || value.startsWith("<") || value.contains(">")) {
                throw new IllegalArgumentException("The value for " + field + " must not be empty or hold an operator");
            }
        }

        private String toParameter() {
            String wireValue = operator == Operator.EQUALS ? value : "<" + operator.wireName + ":" + value + ">";
            return field.wireName() + "=" + PassageCalls.encode(wireValue);
        }
    }

    /** One step of the order. */
    public record Order(Field field, Direction direction) {

        public Order {
            if (field == Field.IDENTIFIER) {
                throw new IllegalArgumentException("Passage does not order by " + field);
            }
        }
    }

    public UserQuery {
        filters = List.copyOf(filters);
        orders = List.copyOf(orders);
        if (pageSize < 1 || pageSize > MAX_PAGE_SIZE) {
            throw new IllegalArgumentException("pageSize must be 1 to " + MAX_PAGE_SIZE + ", but is " + pageSize);
        }
    }

    /** All users. */
    public static UserQuery all() {
        return new UserQuery(List.of(), List.of(), DEFAULT_PAGE_SIZE, null);
    }

    /**
     * Only users of whom this holds, too.
     *
     * @throws IllegalArgumentException when the operator does not apply to the field, or the value could be taken for an operator
     */
    public UserQuery where(Field field, Operator operator, String value) {
        return new UserQuery(appended(filters, new Filter(field, operator, value)), orders, pageSize, createdBefore);
    }

    /** The same for a count. */
    public UserQuery where(Field field, Operator operator, long value) {
        return where(field, operator, Long.toString(value));
    }

    /** The same for a time, to the microsecond. */
    public UserQuery where(Field field, Operator operator, Instant value) {
        return where(field, operator, TIME.format(value));
    }

    /**
     * Ordered by this, where what was said before leaves a tie.
     *
     * @throws IllegalArgumentException for {@link Field#IDENTIFIER}, which Passage does not order by
     */
    public UserQuery orderBy(Field field, Direction direction) {
        return new UserQuery(filters, appended(orders, new Order(field, direction)), pageSize, createdBefore);
    }

    /** In pages of this size; 100 unless set. */
    public UserQuery inPagesOf(int size) {
        return new UserQuery(filters, orders, size, createdBefore);
    }

    /** Only users created before, to the second. Keeps pages from shifting while users sign up. */
    public UserQuery createdBefore(Instant time) {
        return new UserQuery(filters, orders, pageSize, time);
    }

    String toQueryString(int page) {
        Stream<String> paging = Stream.of("page=" + page, "limit=" + pageSize);
        Stream<String> anchor = Stream.ofNullable(createdBefore).map(time -> "created_before=" + time.getEpochSecond());
        Stream<String> order =
                orders.isEmpty() ? Stream.empty() : Stream.of("order_by=" + PassageCalls.encode(ordering()));
        return Stream.of(paging, anchor, order, filters.stream().map(Filter::toParameter))
                .flatMap(parameters -> parameters)
                .collect(Collectors.joining("&", "?", ""));
    }

    private String ordering() {
        return orders.stream()
                .map(order -> order.field().wireName() + ":" + order.direction().wireName)
                .collect(Collectors.joining(","));
    }

    private static <T> List<T> appended(List<T> list, T last) {
        List<T> longer = new ArrayList<>(list);
        longer.add(last);
        return longer;
    }
}
