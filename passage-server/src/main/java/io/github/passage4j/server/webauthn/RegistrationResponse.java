package io.github.passage4j.server.webauthn;

import java.util.Set;

/**
 * What a browser brings back from {@code navigator.credentials.create()}.
 *
 * @param credentialId as the browser tells it
 * @param clientDataJson UTF-8
 * @param attestationObject CBOR
 * @param transports how the authenticator can be reached; empty when unknown
 */
public record RegistrationResponse(
        Bytes credentialId, Bytes clientDataJson, Bytes attestationObject, Set<String> transports) {

    /** Makes an unmodifiable copy. */
    public RegistrationResponse {
        transports = Set.copyOf(transports);
    }
}
