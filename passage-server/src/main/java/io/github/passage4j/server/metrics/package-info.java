/**
 * Numbers for whoever runs the server, at {@code /metrics}. The entry class is
 * {@link io.github.passage4j.server.metrics.ServerMetrics}, which listens to what features tell anyway.
 *
 * <p>Stores counters in memory, one for each kind of event; nothing in them names anybody.
 */
@NullMarked
package io.github.passage4j.server.metrics;

import org.jspecify.annotations.NullMarked;
