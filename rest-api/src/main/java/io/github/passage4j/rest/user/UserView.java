package io.github.passage4j.rest.user;

import io.github.passage4j.core.user.User;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
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
@Schema(
        name = "User",
        description = "A user's row in the app",
        requiredProperties = {"id", "name", "passageId", "createdAt", "updatedAt"})
public record UserView(
        @Schema(description = "Number of the row", example = "1")
        long id,

        @Schema(
                description = "1 to 100 characters; null when none was given",
                nullable = true,
                minLength = 1,
                maxLength = 100,
                example = "Ada Lovelace")
        @Nullable
        String name,

        @Schema(description = "Passage user id", example = "u5RnV8sLq2KdT0yHb7MwXc3e")
        String passageId,

        @Schema(description = "When the row was made", example = "2026-11-21T10:00:00.123456Z")
        Instant createdAt,

        @Schema(description = "When the row last changed", example = "2026-11-21T10:00:00.123456Z")
        Instant updatedAt) {

    /** The view of a stored row. */
    public static UserView of(User user) {
        long id = Objects.requireNonNull(user.id(), "the row is stored");
        return new UserView(id, user.name(), user.passageId(), user.createdAt(), user.updatedAt());
    }
}
