/**
 * The app's REST API below {@code /api}: the caller's own user row.
 *
 * <p>Entry: {@link io.github.passage4j.rest.RestApplication}. {@code docs/api.md} lists every route.
 */
@NullMarked
package io.github.passage4j.rest;

import org.jspecify.annotations.NullMarked;
