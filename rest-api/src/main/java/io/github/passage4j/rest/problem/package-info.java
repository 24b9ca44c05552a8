/**
 * Failures as problem details (RFC 9457): the only place that turns them into answers.
 *
 * <p>Entry: {@link io.github.passage4j.rest.problem.Problem}. Stores nothing.
 */
@NullMarked
package io.github.passage4j.rest.problem;

import org.jspecify.annotations.NullMarked;
