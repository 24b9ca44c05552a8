/**
 * Clients of the Passage Management API, and of the Auth API for callers themselves.
 *
 * <p>Entry: {@link io.github.passage4j.core.management.PassageUsers}, {@link io.github.passage4j.core.management.PassageMagicLinks} and
 * {@link io.github.passage4j.core.management.PassageApp}, each to be injected. Stores nothing; what Passage says of a user is kept for three
 * seconds. Every failure, also one of the network or of a malformed answer, is a
 * {@link io.github.passage4j.core.management.PassageApiException}, within three seconds.
 */
@NullMarked
package io.github.passage4j.core.management;

import org.jspecify.annotations.NullMarked;
