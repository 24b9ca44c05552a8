/**
 * Ceremonies under way. {@link io.github.passage4j.server.handshake.Handshakes} begins one and hands it out again exactly once;
 * the views are the options that browsers get.
 *
 * <p>Stores {@code passage_handshake} with the challenge, until it is used or expires. A handshake that is unknown, used, expired or
 * of another app or purpose is a {@link io.github.passage4j.server.webauthn.CeremonyException}.
 */
@NullMarked
package io.github.passage4j.server.handshake;

import org.jspecify.annotations.NullMarked;
