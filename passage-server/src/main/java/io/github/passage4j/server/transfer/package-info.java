/**
 * Users and passkeys on their way in and out: export for backups and moves, import from a former Passage app or another server (Passage
 * contract 7). The entry class is {@link io.github.passage4j.server.transfer.TransferResource}.
 *
 * <p>Stores nothing of its own. A record that can't be taken over is 400 with the field named, and leaves nothing behind; one that is
 * there already changes nothing, so an import may be repeated.
 */
@NullMarked
package io.github.passage4j.server.transfer;

import org.jspecify.annotations.NullMarked;
