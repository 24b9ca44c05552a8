/**
 * Budgets of what somebody may do within a time (token buckets, decision 0020).
 *
 * <p>Entry: {@link io.github.passage4j.core.limits.Budgets}. Stores a bounded number of budgets in memory. Whose budget it is, where
 * nobody has proved who they are, {@link io.github.passage4j.core.limits.TrustedProxies} tells; a malformed setting fails the start.
 */
@NullMarked
package io.github.passage4j.core.limits;

import org.jspecify.annotations.NullMarked;
