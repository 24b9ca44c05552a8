/**
 * The caller's own row.
 *
 * <p>Entry: {@link io.github.passage4j.rest.user.UserResource}. Stores through {@code passage-core}; refuses bad names with 400.
 */
@NullMarked
package io.github.passage4j.rest.user;

import org.jspecify.annotations.NullMarked;
