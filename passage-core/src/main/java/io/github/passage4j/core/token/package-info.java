/**
 * Verification of Passage auth tokens (JWS compact serialization, RFC 7515; JWT, RFC 7519; best practice, RFC 8725).
 *
 * <p>Entry: {@link io.github.passage4j.core.token.TokenVerifier}. Keeps the published keys in memory. Refuses with an
 * {@link io.github.passage4j.core.token.InvalidTokenException} that names the reason, or gives up with a
 * {@link io.github.passage4j.core.token.KeysUnavailableException} when it has no keys to judge with.
 */
@NullMarked
package io.github.passage4j.core.token;

import org.jspecify.annotations.NullMarked;
