/**
 * Auth tokens: RS256 JWTs that name a user of an app. {@link io.github.passage4j.server.token.TokenIssuer} makes them,
 * {@link io.github.passage4j.server.token.TokenVerifier} is the only maker of
 * {@link io.github.passage4j.server.token.VerifiedToken}.
 *
 * <p>Stores nothing. A token that is refused is an {@link io.github.passage4j.server.token.InvalidTokenException}.
 */
@NullMarked
package io.github.passage4j.server.token;

import org.jspecify.annotations.NullMarked;
