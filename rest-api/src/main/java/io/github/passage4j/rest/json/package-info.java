/**
 * Reading of request bodies: bounded in size and depth, and strict where two readers could disagree.
 *
 * <p>Entry: {@link io.github.passage4j.rest.json.StrictJson}. Fails with a {@link io.github.passage4j.rest.problem.ProblemException}.
 */
@NullMarked
package io.github.passage4j.rest.json;

import org.jspecify.annotations.NullMarked;
