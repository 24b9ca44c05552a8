/**
 * Load on a running passage-server: passkey logins, registrations, refreshes and key sets per second, and what each costs
 * the server in CPU time, beside the RSA signature that no login or refresh can do without.
 *
 * <p>Entry: {@link io.github.passage4j.benchmarks.server.ServerLoad}, as {@code docs/performance.md} says. Makes accounts in
 * the server that it is pointed at; stores nothing else.
 */
@NullMarked
package io.github.passage4j.benchmarks.server;

import org.jspecify.annotations.NullMarked;
