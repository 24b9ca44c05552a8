/**
 * Outgoing HTTP with bounds that hold whatever the other side does.
 *
 * <p>Entry: {@link io.github.passage4j.core.http.BoundedHttp}. Stores nothing; fails with {@link java.io.IOException}.
 */
@NullMarked
package io.github.passage4j.core.http;

import org.jspecify.annotations.NullMarked;
