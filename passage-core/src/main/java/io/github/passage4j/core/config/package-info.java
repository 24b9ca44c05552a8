/**
 * Settings of the SDK, read once from MicroProfile Config and checked when the app starts.
 *
 * <p>Entry: {@link io.github.passage4j.core.config.PassageConfig}. Stores nothing. A missing or malformed setting fails the start with the
 * setting's name.
 */
@NullMarked
package io.github.passage4j.core.config;

import org.jspecify.annotations.NullMarked;
