/**
 * How many requests one caller may send.
 *
 * <p>Entry: {@link io.github.passage4j.rest.limits.RateLimitFilter}. Stores budgets in memory, a bounded number of them; refuses with 429.
 */
@NullMarked
package io.github.passage4j.rest.limits;

import org.jspecify.annotations.NullMarked;
