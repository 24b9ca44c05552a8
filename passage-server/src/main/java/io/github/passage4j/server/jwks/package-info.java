/**
 * The keys that sign an app's tokens, and their public half for everyone who verifies them. The entry class is
 * {@link io.github.passage4j.server.jwks.SigningKeys}.
 *
 * <p>Stores {@code passage_signing_key}; private keys are encrypted with AES-256-GCM under the key in the file {@code server.key}.
 * A key that can't be decrypted, because that file was lost or changed, ends the start.
 */
@NullMarked
package io.github.passage4j.server.jwks;

import org.jspecify.annotations.NullMarked;
