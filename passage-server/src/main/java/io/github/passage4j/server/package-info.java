/**
 * A Passage that anyone can run: Auth API for browsers, Management API for servers, tokens and the Elements.
 *
 * <p>Each package below is a feature; none depends on {@link io.github.passage4j.server.start}, which puts them
 * together. What several features share lives here.
 */
@NullMarked
package io.github.passage4j.server;

import org.jspecify.annotations.NullMarked;
