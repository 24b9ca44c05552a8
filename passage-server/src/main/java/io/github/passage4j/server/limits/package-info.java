/**
 * How often one client may do what others pay for: look-ups, sign-ups, ceremonies, messages, tries. The entry class is
 * {@link io.github.passage4j.server.limits.RateLimits}; a method of a resource says with
 * {@link io.github.passage4j.server.limits.Limited} what it costs.
 *
 * <p>Stores budgets in memory, a bounded number of them, under addresses and under fingerprints of identifiers. Refuses with 429.
 */
@NullMarked
package io.github.passage4j.server.limits;

import org.jspecify.annotations.NullMarked;
