package io.github.passage4j.rest.user;

import org.jspecify.annotations.Nullable;

/**
 * What a caller may send to create their row. Everything else in the body is ignored: the row's number, Passage user id, times and version
 * are not the caller's to set.
 *
 * @param name 1 to 100 characters after trimming; {@code null} when it is not given
 */
public record CreateUserCommand(@WellFormedName @Nullable String name) {}
