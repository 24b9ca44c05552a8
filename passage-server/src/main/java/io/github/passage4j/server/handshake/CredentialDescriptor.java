package io.github.passage4j.server.handshake;

import io.github.passage4j.server.credential.Credential;
import java.util.List;

/** Names a credential in options (WebAuthn L3 §5.8.3); {@code id} is base64url. */
public record CredentialDescriptor(String type, String id, List<String> transports) {

    /** Names a passkey that is not there, as one of a phone or a computer. */
    static CredentialDescriptor decoy(String id) {
        return new CredentialDescriptor("public-key", id, List.of("internal", "hybrid"));
    }

    /** Names credentials. */
    public static List<CredentialDescriptor> of(List<Credential> credentials) {
        return credentials.stream()
                .map(credential ->
                        new CredentialDescriptor("public-key", credential.credentialId(), credential.transports()))
                .toList();
    }
}
