/**
 * Jakarta Security for Passage: one mechanism for every WAR that carries this jar.
 *
 * <p>Entry: {@link io.github.passage4j.core.authentication.PassageAuthenticationMechanism}. Stores nothing; no HTTP session is made. What a
 * refusal looks like is decided by an {@link io.github.passage4j.core.authentication.AuthenticationChallenge}.
 */
@NullMarked
package io.github.passage4j.core.authentication;

import org.jspecify.annotations.NullMarked;
