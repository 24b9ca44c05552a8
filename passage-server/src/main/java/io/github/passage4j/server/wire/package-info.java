/**
 * How answers look on the wire: JSON in snake case, one error body {@code {"code", "error"}}, CORS and cache headers. The entry
 * class is {@link io.github.passage4j.server.wire.PassageException}, thrown by every feature that refuses.
 *
 * <p>Stores nothing. What nobody expected becomes a bare 500 with an id that is also in the log.
 */
@NullMarked
package io.github.passage4j.server.wire;

import org.jspecify.annotations.NullMarked;
