/**
 * Whether the app is alive and can work: {@code /health/live}, {@code /health/ready}.
 *
 * <p>Entry: {@link io.github.passage4j.rest.health.DatabaseReadiness}. Stores nothing. No other archive may have health checks: see decision
 * 0021.
 */
@NullMarked
package io.github.passage4j.rest.health;

import org.jspecify.annotations.NullMarked;
