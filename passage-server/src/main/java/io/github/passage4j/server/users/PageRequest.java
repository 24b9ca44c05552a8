package io.github.passage4j.server.users;

import io.github.passage4j.server.wire.PassageException;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the list of accounts is wanted.
 *
 * @param page from 1
 * @param limit accounts per page, 1 to 500
 * @param createdBefore in seconds since 1970
 * @param identifier exact address; null for any account
 */
record PageRequest(
        int page, int limit, long createdBefore, @Nullable String identifier) {

    private static final int DEFAULT_LIMIT = 100;
    private static final int LARGEST_LIMIT = 500;
    private static final int LARGEST_PAGE = 1_000_000;
    private static final long LATEST = 253_402_300_799L;

    /** What the contract can filter and order by and this server can not: ignoring it would list the wrong accounts. */
    private static final Set<String> UNSUPPORTED =
            Set.of("order_by", "id", "status", "login_count", "created_at", "updated_at", "last_login_at");

    /**
     * Reads the parameters of a query.
     *
     * @param now anchors the paging when the query does not: the first full second that is not yet over
     * @throws PassageException 400 with the name of a parameter that can't be honoured
     */
    static PageRequest of(MultivaluedMap<String, String> query, Instant now) {
        UNSUPPORTED.stream().filter(query::containsKey).findFirst().ifPresent(name -> {
            throw PassageException.invalid(name, "is not supported");
        });
        return new PageRequest(
                (int) number(query, "page", 1, LARGEST_PAGE).orElse(1L).longValue(),
                (int) number(query, "limit", 1, LARGEST_LIMIT)
                        .orElse((long) DEFAULT_LIMIT)
                        .longValue(),
                number(query, "created_before", 0, LATEST).orElse(now.getEpochSecond() + 1),
                query.getFirst("identifier"));
    }

    int offset() {
        return (page - 1) * limit;
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
