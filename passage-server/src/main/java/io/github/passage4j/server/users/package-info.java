/**
 * The accounts of an app: look-up and sign-up for browsers, and the Management API's view of them. The entry class is
 * {@link io.github.passage4j.server.users.Users}.
 *
 * <p>Stores {@code passage_user}. An e-mail address names one account of an app; of several sign-ups at once one makes the row and
 * the others get it. A malformed address is 400, an account that is active already 400 {@code user: already exists.}
 */
@NullMarked
package io.github.passage4j.server.users;

import org.jspecify.annotations.NullMarked;
