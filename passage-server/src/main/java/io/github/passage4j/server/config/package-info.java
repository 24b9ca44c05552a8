/**
 * Settings of the server. {@link io.github.passage4j.server.config.ServerConfig} is read once, when the server starts, from
 * MicroProfile Config; what is not set from outside is generated and kept in the data directory.
 *
 * <p>Stores {@code passage.properties} and {@code server.key}, readable by their owner only. A wrong setting ends the start with a
 * {@link io.github.passage4j.server.config.ConfigurationException} that names it.
 */
@NullMarked
package io.github.passage4j.server.config;

import org.jspecify.annotations.NullMarked;
