package io.github.passage4j.server.users;

import io.github.passage4j.server.users.UserQuery.Order;
import io.github.passage4j.server.wire.PassageException;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which part of the list of accounts is wanted (Passage contract 4.3).
 *
 * @param page from 1
 * @param limit accounts per page, 1 to 500
 * @param createdBefore in seconds since 1970
 * @param criteria all of which hold
 * @param order most important first; newest first when empty
 * @param filters criteria and order as they were asked for, to be appended to the address of another page
 */
record PageRequest(
        int page, int limit, long createdBefore, List<Criterion> criteria, List<Order> order, String filters) {

    private static final String ORDER_BY = "order_by";
    private static final int DEFAULT_LIMIT = 100;
    private static final int LARGEST_LIMIT = 500;
    private static final int LARGEST_PAGE = 1_000_000;
    private static final long LATEST = 253_402_300_799L;

    /**
     * Reads the parameters of a query.
     *
     * @param now anchors the paging when the query does not: the first full second that is not yet over
     * @throws PassageException 400 with the name of a parameter that can't be honoured
     */
    static PageRequest of(MultivaluedMap<String, String> query, Instant now) {
        return new PageRequest(
                (int) number(query, "page", 1, LARGEST_PAGE).orElse(1L).longValue(),
                (int) number(query, "limit", 1, LARGEST_LIMIT)
                        .orElse((long) DEFAULT_LIMIT)
                        .longValue(),
                number(query, "created_before", 0, LATEST).orElse(now.getEpochSecond() + 1),
                Arrays.stream(Criterion.Field.values())
                        .flatMap(field -> values(query, field.text()).map(text -> Criterion.parse(field, text)))
                        .toList(),
                values(query, ORDER_BY)
                        .flatMap(text -> Arrays.stream(text.split(",", -1)))
                        .map(PageRequest::order)
                        .toList(),
                filters(query));
    }

    int offset() {
        return (page - 1) * limit;
    }

    UserQuery toQuery(String appId) {
        return new UserQuery(appId, Instant.ofEpochSecond(createdBefore), criteria, order);
    }

    /** The query of the address of a page. */
    String address(int other) {
        return "?page=" + other + "&limit=" + limit + "&created_before=" + createdBefore + filters;
    }

    private static Order order(String text) {
        String[] parts = text.strip().toLowerCase(Locale.ROOT).split(":", -1);
        boolean isAscending = parts.length == 1 || "asc".equals(parts[1]);
        boolean isDescending = parts.length == 2 && "desc".equals(parts[1]);
        return Arrays.stream(Criterion.Field.values())
                .filter(field ->
                        field != Criterion.Field.IDENTIFIER && field.text().equals(parts[0]))
                .filter(field -> parts.length <= 2 && (isAscending || isDescending))
                .map(field -> new Order(field, isAscending))
                .findFirst()
                .orElseThrow(() -> PassageException.invalid(ORDER_BY, "must be such as created_at:DESC,id:ASC"));
    }

    private static String filters(MultivaluedMap<String, String> query) {
        Stream<String> names =
                Stream.concat(Arrays.stream(Criterion.Field.values()).map(Criterion.Field::text), Stream.of(ORDER_BY));
        return names.flatMap(name -> values(query, name)
                        .map(text -> "&" + name + "=" + URLEncoder.encode(text, StandardCharsets.UTF_8)))
                .collect(Collectors.joining());
    }

    /** What is empty asks for nothing, but for a person: whoever looks one up by nothing must find nobody. */
    private static Stream<String> values(MultivaluedMap<String, String> query, String name) {
        boolean isOfOne = Criterion.Field.IDENTIFIER.text().equals(name)
                || Criterion.Field.ID.text().equals(name);
        return query.getOrDefault(name, List.of()).stream().filter(text -> isOfOne || !text.isEmpty());
    }

    private static Optional<Long> number(MultivaluedMap<String, String> query, String name, long least, long most) {
        return Optional.ofNullable(query.getFirst(name)).map(text -> {
            try {
                long value = Long.parseLong(text);
                if (value >= least && value <= most) {
                    return value;
                }
            } catch (NumberFormatException e) {
                throw PassageException.invalid(name, "must be a whole number");
            }
            throw PassageException.invalid(name, "must be from " + least + " to " + most);
        });
    }
}
