/**
 * Social login, which this server does not have: every call of it is answered truthfully. No account has a connection, and nothing
 * that would make one works. The entry class is {@link io.github.passage4j.server.social.SocialResource}.
 *
 * <p>Stores nothing.
 */
@NullMarked
package io.github.passage4j.server.social;

import org.jspecify.annotations.NullMarked;
