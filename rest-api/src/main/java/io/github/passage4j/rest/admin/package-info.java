/**
 * The rows of all users, read by administrators.
 *
 * <p>Entry: {@link io.github.passage4j.rest.admin.UsersResource}. Stores nothing; refuses callers without the role {@code admin} with 403, and bad
 * parameters with 400.
 */
@NullMarked
package io.github.passage4j.rest.admin;

import org.jspecify.annotations.NullMarked;
