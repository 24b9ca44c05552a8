/**
 * What the people who run the server may do to it, by the command line: apps, API keys, signing keys, users. The entry class is
 * {@link io.github.passage4j.server.operator.OperatorGate}, which lets only calls pass that come from this machine and carry the key
 * in {@code operator.key}, a file that only its owner reads.
 *
 * <p>Stores that file. Any other call is 404, as if there were nothing; a wrong key is 401.
 */
@NullMarked
package io.github.passage4j.server.operator;

import org.jspecify.annotations.NullMarked;
