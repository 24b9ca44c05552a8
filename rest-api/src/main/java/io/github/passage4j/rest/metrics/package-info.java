/**
 * What operators count: requests, outcomes of tokens, key fetches.
 *
 * <p>Entry: {@link io.github.passage4j.rest.metrics.RequestMetricsFilter} and {@link io.github.passage4j.rest.metrics.TokenMetrics}. Stores numbers in
 * memory; nothing is refused.
 */
@NullMarked
package io.github.passage4j.rest.metrics;

import org.jspecify.annotations.NullMarked;
