/**
 * The page after signing in: the name from the app's own row, the e-mail from Passage.
 *
 * <p>Entry: {@link io.github.passage4j.faces.dashboard.DashboardBean}. Makes the caller's row if there is none. Without Passage the page
 * still greets, and says that the e-mail can't be shown.
 */
@NullMarked
package io.github.passage4j.faces.dashboard;

import org.jspecify.annotations.NullMarked;
