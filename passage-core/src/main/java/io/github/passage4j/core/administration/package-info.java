/**
 * What administrators do to the accounts of others, and the record of it.
 *
 * <p>Entry: {@link io.github.passage4j.core.administration.UserAdministration}. Stores tables {@code admin_change} and
 * {@code admin_change_outcome}, to which rows are only added. Passage is asked to make the change; when it gives no answer, the outcome is
 * recorded as unknown.
 */
@NullMarked
package io.github.passage4j.core.administration;

import org.jspecify.annotations.NullMarked;
