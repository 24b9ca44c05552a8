package io.github.passage4j.server.users;

import java.time.Instant;
import java.util.List;

/**
 * Which accounts to list, and in what order.
 *
 * @param appId of this app
 * @param createdBefore made before this
 * @param criteria all of which hold
 * @param order most important first; newest first when empty
 */
public record UserQuery(String appId, Instant createdBefore, List<Criterion> criteria, List<Order> order) {

    /** Makes unmodifiable copies. */
    public UserQuery {
        criteria = List.copyOf(criteria);
        order = List.copyOf(order);
    }

    /** Order by one field. */
    public record Order(Criterion.Field field, boolean ascending) {}
}
