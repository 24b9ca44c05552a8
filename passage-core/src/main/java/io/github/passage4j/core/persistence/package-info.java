/**
 * Schema and column types of the app's database.
 *
 * <p>Entry: {@link io.github.passage4j.core.persistence.SchemaMigration}, which runs when the app starts and fails the start when the schema
 * can't be brought up to date.
 */
@NullMarked
package io.github.passage4j.core.persistence;

import org.jspecify.annotations.NullMarked;
