/**
 * The schema and the few things that all stores share. {@link io.github.passage4j.server.persistence.Migrations} brings the tables
 * {@code passage_*} to the version that this archive needs, and keeps its history in {@code passage_schema_history}.
 *
 * <p>A database that can't be reached or migrated ends the start.
 */
@NullMarked
package io.github.passage4j.server.persistence;

import org.jspecify.annotations.NullMarked;
