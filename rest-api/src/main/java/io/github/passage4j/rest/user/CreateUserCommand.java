package io.github.passage4j.rest.user;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a caller may send to create their row. Everything else in the body is ignored: the row's number, Passage user id, times and version
 * are not the caller's to set.
 *
 * @param name 1 to 100 characters after trimming; {@code null} when it is not given
 */
@Schema(name = "UserChange", description = "What a caller may set; other members are ignored")
public record CreateUserCommand(
        @Schema(
                description = "1 to 100 characters (code points) after trimming, no control characters",
                nullable = true,
                example = "Ada Lovelace")
        @WellFormedName
        @Nullable
        String name) {}
