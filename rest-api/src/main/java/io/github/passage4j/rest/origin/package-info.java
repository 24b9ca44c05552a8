/**
 * Which pages may call the API from a browser: CORS for named origins, and no change by cookie from anywhere else.
 *
 * <p>Entry: {@link io.github.passage4j.rest.origin.OriginFilter}. Stores nothing; refuses with 403.
 */
@NullMarked
package io.github.passage4j.rest.origin;

import org.jspecify.annotations.NullMarked;
