/**
 * The command line for operators: {@code java -jar passage-server.war --help}. It asks the running server, which alone has the database,
 * over loopback, with the key in {@code operator.key} of the data directory. The entry class is
 * {@link io.github.passage4j.server.cli.Launcher}.
 *
 * <p>Stores nothing. Exit codes: 0 done, 1 refused or the server did not answer, 2 the command was wrong.
 */
@NullMarked
package io.github.passage4j.server.cli;

import org.jspecify.annotations.NullMarked;
