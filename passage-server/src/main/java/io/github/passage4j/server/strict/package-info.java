/**
 * Answers that are alike for known and unknown identifiers, where the contract lets them. The entry class is
 * {@link io.github.passage4j.server.strict.StrictMode}, switched on by the setting {@code passage.strict}.
 *
 * <p>Stores nothing: what stands for an account that is not there comes out of the identifier and the server key, so it is the same each
 * time.
 */
@NullMarked
package io.github.passage4j.server.strict;

import org.jspecify.annotations.NullMarked;
