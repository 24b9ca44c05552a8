/**
 * The app's own users: one row for each Passage user.
 *
 * <p>Entry: {@link io.github.passage4j.core.user.UserProvisioning}. Stores tables {@code app_user} and, for names that were typed in a
 * registration that has not come to its end, {@code name_draft} ({@link io.github.passage4j.core.user.NameDrafts}). A database constraint keeps the Passage
 * user id unique, so that creation may be repeated, also at once.
 */
@NullMarked
package io.github.passage4j.core.user;

import org.jspecify.annotations.NullMarked;
