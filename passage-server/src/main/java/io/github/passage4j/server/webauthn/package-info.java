/**
 * The Relying Party's side of the WebAuthn ceremonies (Level 3, §7.1 and §7.2), free of Jakarta. The entry class is
 * {@link io.github.passage4j.server.webauthn.RelyingParty}:
 *
 * <pre>
 *   challenge + origin + RP ID  ─┐
 *                                ├─▶ RelyingParty ─▶ VerifiedRegistration | VerifiedAssertion
 *   what the authenticator said ─┘         └──────▶ CeremonyException(Reason)
 * </pre>
 *
 * <p>Stores nothing. Every refusal is a {@link io.github.passage4j.server.webauthn.CeremonyException} with a reason of its own.
 */
@NullMarked
package io.github.passage4j.server.webauthn;

import org.jspecify.annotations.NullMarked;
