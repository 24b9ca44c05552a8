package io.github.passage4j.server.handshake;

import io.github.passage4j.server.config.TrustedRoots;
import io.github.passage4j.server.webauthn.RelyingParty;
import io.github.passage4j.server.webauthn.WebAuthn4JRelyingParty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Offers the Relying Party for injection, so that its package needs no container. */
@ApplicationScoped
public class RelyingPartyProducer {

    /** The Relying Party, once. */
    @Produces
    @Singleton
    public RelyingParty relyingParty(TrustedRoots roots) {
        return new WebAuthn4JRelyingParty(roots.certificates());
    }
}
