/**
 * Making an account's first passkey. The entry class is {@link io.github.passage4j.server.register.PasskeyRegistration}:
 *
 * <pre>
 *   browser                                 server
 *   POST register/webauthn/start  ───▶  pending account? store challenge
 *              handshake, user    ◀───
 *   POST register/webauthn/finish ───▶  consume challenge, verify (WebAuthn L3 §7.1)
 *                                       store credential, activate account, count login
 *              auth_result        ◀───
 * </pre>
 *
 * <p>Stores nothing of its own. An account that is active already is refused at both steps, so nobody can add a passkey to an
 * account of somebody else; a ceremony that fails is 400 and changes nothing.
 */
@NullMarked
package io.github.passage4j.server.register;

import org.jspecify.annotations.NullMarked;
