/**
 * JMH benchmarks of what every request passes through: verification of tokens and the authentication mechanism.
 *
 * <p>Entry: {@code mvn -P benchmarks}, as {@code docs/performance.md} says. Stores nothing; the key is made for the run.
 */
@NullMarked
package io.github.passage4j.benchmarks;

import org.jspecify.annotations.NullMarked;
