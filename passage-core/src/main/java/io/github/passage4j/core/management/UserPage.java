package io.github.passage4j.core.management;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;

/**
 * Some of the users that a {@link UserQuery} asks for.
 *
 * @param users in order
 * @param number from 1
 * @param size most users of a page
 * @param totalUsers number of users on all pages
 * @param createdBefore what {@link UserQuery#createdBefore(Instant)} takes so that further pages fit to this one
 */
public record UserPage(List<PassageUser> users, int number, int size, long totalUsers, Instant createdBefore) {

    public UserPage {
        users = List.copyOf(users);
    }

    static UserPage from(JsonObject wire, UserQuery query, int number) {
        return new UserPage(
                Wire.objects(wire, "users", PassageUser::from),
                number,
                query.pageSize(),
                Wire.number(wire, "total_users"),
                Instant.ofEpochSecond(Wire.number(wire, "created_before")));
    }

    /** Whether no page comes after this one. */
    public boolean isLast() {
        return users.isEmpty() || (long) number * size >= totalUsers;
    }
}
