/**
 * Keeps the app's rows and Passage's users together when callbacks were lost or users were removed on one side only.
 *
 * <p>Entry: {@link io.github.passage4j.core.reconciliation.UserReconciliation}, run by hand or every
 * {@code passage.reconciliation.interval}. Makes rows in {@code app_user} that are missing; removes nothing. Fails with a
 * {@link io.github.passage4j.core.management.PassageApiException} when Passage does; what was made until then stays, and the next run goes on.
 */
@NullMarked
package io.github.passage4j.core.reconciliation;

import org.jspecify.annotations.NullMarked;
