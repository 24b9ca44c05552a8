/**
 * Puts the features together: what is served under which address, and what happens before the first request. The entry class is
 * {@link io.github.passage4j.server.start.ServerStart}.
 *
 * <p>Stores nothing. Whatever fails here fails the deployment.
 */
@NullMarked
package io.github.passage4j.server.start;

import org.jspecify.annotations.NullMarked;
