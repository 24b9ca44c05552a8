package io.github.passage4j.rest.admin;

import io.github.passage4j.rest.user.UserView;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A page of users.
 *
 * @param users the rows
 * @param next cursor of the page behind this one; {@code null} on the last page
 */
@JsonbNillable
@JsonbPropertyOrder({"users", "next"})
@Schema(
        name = "UserPage",
        description = "A page of users",
        requiredProperties = {"users", "next"})
public record UserPageView(
        @Schema(description = "The rows") List<UserView> users,

        @Schema(description = "Cursor of the next page; null on the last one", nullable = true, example = "Mg")
        @Nullable
        String next) {

    public UserPageView {
        users = List.copyOf(users);
    }
}
