package io.github.passage4j.rest.user;

import io.github.passage4j.core.user.User;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A user row as the API shows it.
 *
 * @param id number of the row
 * @param name {@code null} when none was given
 * @param passageId Passage user id
 * @param createdAt when the row was made, UTC, microseconds
 * @param updatedAt when the row last changed
 */
@JsonbNillable
@JsonbPropertyOrder({"id", "name", "passageId", "createdAt", "updatedAt"})
public record UserView(long id, @Nullable String name, String passageId, Instant createdAt, Instant updatedAt) {

    /** The view of a stored row. */
    public static UserView of(User user) {
        long id = Objects.requireNonNull(user.id(), "the row is stored");
        return new UserView(id, user.name(), user.passageId(), user.createdAt(), user.updatedAt());
    }
}
