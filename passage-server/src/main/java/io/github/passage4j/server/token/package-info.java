/**
 * What a sign-in gives: {@link io.github.passage4j.server.token.AuthResults} is the entry class.
 *
 * <p>Auth tokens: RS256 JWTs that name a user of an app. {@link io.github.passage4j.server.token.TokenIssuer} makes them,
 * {@link io.github.passage4j.server.token.TokenVerifier} is the only maker of
 * {@link io.github.passage4j.server.token.VerifiedToken}.
 *
 * <p>{@link io.github.passage4j.server.token.RefreshTokens} are opaque and good for one use each. All that come of one sign-in are
 * a family and end together: by sign-out here or from elsewhere, by time, when the account is deactivated or deleted, or when one is used twice.
 * Auth tokens name theirs in the claim {@code sid}; {@link io.github.passage4j.server.token.SignIn} is what owners see of it.
 *
 * <p>Stores {@code passage_refresh_family} and {@code passage_refresh_token}, hashes only. A token that is refused is an
 * {@link io.github.passage4j.server.token.InvalidTokenException}.
 */
@NullMarked
package io.github.passage4j.server.token;

import org.jspecify.annotations.NullMarked;
