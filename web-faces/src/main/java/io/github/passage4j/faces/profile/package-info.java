/**
 * The profile: everything that people may see and change of their own account. The page ({@code /profile}) holds plain forms; each posts to an
 * address below {@code /profile/}, which changes one thing and leads back, or shows the page again with what was typed. Names are ours
 * ({@code Users}), the rest is Passage's ({@code OwnAccount}). Works without a script, except for adding a passkey.
 */
@NullMarked
package io.github.passage4j.faces.profile;

import org.jspecify.annotations.NullMarked;
