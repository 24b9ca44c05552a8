/**
 * Signing in with a passkey, for a named user or for whoever the passkey belongs to. The entry class is
 * {@link io.github.passage4j.server.login.PasskeyLogin}:
 *
 * <pre>
 *   browser                                 server
 *   POST login/webauthn/start     ───▶  store challenge (for a user, or for none)
 *              handshake          ◀───
 *   POST login/webauthn/finish    ───▶  consume challenge, find credential, verify (WebAuthn L3 §7.2)
 *                                       record use, count login
 *              auth_result        ◀───
 * </pre>
 *
 * <p>Stores nothing of its own. A ceremony that fails is 401 {@code webauthn_login_failed}, or {@code discoverable_login_failed} when
 * no user was named.
 */
@NullMarked
package io.github.passage4j.server.login;

import org.jspecify.annotations.NullMarked;
