package io.github.passage4j.rest.user;

import org.jspecify.annotations.Nullable;

/**
 * A merge patch of the caller's row (RFC 7396). The name is all that a caller may change: everything else in the body is ignored.
 *
 * @param isNamed whether the patch has a name at all; without one it changes nothing
 * @param name 1 to 100 characters after trimming; {@code null} takes the name away
 */
public record RenameUserCommand(
        boolean isNamed, @WellFormedName @Nullable String name) {}
