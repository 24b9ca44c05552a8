/**
 * The passkeys of users. The entry class is {@link io.github.passage4j.server.credential.Credentials}.
 *
 * <p>Stores {@code passage_credential}: public keys, counters, transports. A credential id exists once, over all accounts;
 * storing it a second time is a {@link io.github.passage4j.server.credential.CredentialExistsException}.
 */
@NullMarked
package io.github.passage4j.server.credential;

import org.jspecify.annotations.NullMarked;
