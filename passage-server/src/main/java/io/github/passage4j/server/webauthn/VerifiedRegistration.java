package io.github.passage4j.server.webauthn;

import java.util.Set;

/** A registration that passed every check of WebAuthn L3 §7.1 up to step 25. Only a {@link RelyingParty} makes one. */
public final class VerifiedRegistration {

    private final CredentialRecord credential;
    private final Set<String> transports;

    VerifiedRegistration(CredentialRecord credential, Set<String> transports) {
        this.credential = credential;
        this.transports = Set.copyOf(transports);
    }

    /** The credential as it is to be kept. */
    public CredentialRecord credential() {
        return credential;
    }

    /** How the authenticator can be reached; empty when unknown. */
    public Set<String> transports() {
        return transports;
    }
}
