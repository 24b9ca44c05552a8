/**
 * Client of the Passage Management API.
 *
 * <p>Entry: {@link io.github.passage4j.core.management.PassageUsers}. Stores nothing. Every failure, also one of the network or of a
 * malformed answer, is a {@link io.github.passage4j.core.management.PassageApiException}.
 */
@NullMarked
package io.github.passage4j.core.management;

import org.jspecify.annotations.NullMarked;
