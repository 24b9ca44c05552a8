/**
 * Codes and links on their way to a person, by mail or SMS as the identifier is, and the sign-in of whoever answered. The entry classes
 * are {@link io.github.passage4j.server.message.Messenger} and {@link io.github.passage4j.server.message.MessageSignIn}.
 *
 * <p>Stores nothing. An identifier that nothing here reaches is 400 with the field named.
 */
@NullMarked
package io.github.passage4j.server.message;

import org.jspecify.annotations.NullMarked;
