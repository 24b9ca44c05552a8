/**
 * How the pages answer when something is refused or fails, what a request may want at all, and the security headers of every response.
 *
 * <p>Entries: {@link io.github.passage4j.faces.security.PageChallenge} for requests without a caller,
 * {@link io.github.passage4j.faces.security.ErrorServlet} for every other error,
 * {@link io.github.passage4j.faces.security.SecurityHeadersFilter} for the headers. Stores nothing.
 */
@NullMarked
package io.github.passage4j.faces.security;

import org.jspecify.annotations.NullMarked;
