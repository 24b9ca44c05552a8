/**
 * The session of a person's browser: a cookie with the auth token that Passage issued.
 *
 * <p>Entry: {@link io.github.passage4j.faces.session.SessionServlet} starts and ends it for the page scripts,
 * {@link io.github.passage4j.faces.session.LogoutServlet} ends it for people. Stores nothing on the server. Calls from other sites are
 * refused.
 */
@NullMarked
package io.github.passage4j.faces.session;

import org.jspecify.annotations.NullMarked;
