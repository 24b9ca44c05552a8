/**
 * What a signed-in user may know and do about the own account. The entry class is
 * {@link io.github.passage4j.server.currentuser.Caller}, which turns a token into an account.
 *
 * <p>Stores nothing. A bad token is 401 {@code invalid_access_token}, a deactivated account 403 {@code user_not_active}.
 */
@NullMarked
package io.github.passage4j.server.currentuser;

import org.jspecify.annotations.NullMarked;
