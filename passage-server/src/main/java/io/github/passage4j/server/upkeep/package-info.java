/**
 * What is looked after by itself, beside all requests: the entry class is {@link io.github.passage4j.server.upkeep.UpkeepTimer}, and
 * features take part by a {@link io.github.passage4j.server.upkeep.Chore}.
 */
@NullMarked
package io.github.passage4j.server.upkeep;

import org.jspecify.annotations.NullMarked;
