package io.github.passage4j.server.handshake;

import io.github.passage4j.server.webauthn.AssertionResponse;
import io.github.passage4j.server.webauthn.Bytes;
import io.github.passage4j.server.webauthn.RegistrationResponse;
import io.github.passage4j.server.wire.PassageException;
import jakarta.json.bind.annotation.JsonbProperty;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a browser's credential looks like in a finish call. Members that browsers add and the contract does not know are
 * ignored.
 *
 * @param rawId the credential id in base64url
 * @param transports beside the response, as the published clients send them
 */
public record HandshakeResponse(
        @Nullable String id,
        @JsonbProperty("rawId") @Nullable String rawId,
        @Nullable String type,
        @Nullable Parts response,
        @Nullable List<String> transports) {

    private static final String FIELD = "handshake_response";

    /** The parts that the authenticator made, in base64url. Which ones are there depends on the ceremony. */
    public record Parts(
            @JsonbProperty("clientDataJSON") @Nullable String clientDataJson,
            @JsonbProperty("attestationObject") @Nullable String attestationObject,
            @JsonbProperty("authenticatorData") @Nullable String authenticatorData,
            @Nullable String signature,
            @JsonbProperty("userHandle") @Nullable String userHandle,
            @Nullable List<String> transports) {}

    /**
     * Reads the parts of a registration.
     *
     * @throws PassageException 400, naming the part that is missing or not base64url
     */
    public RegistrationResponse toRegistration() {
        Parts parts = parts();
        return new RegistrationResponse(
                credentialId(),
                bytes("clientDataJSON", parts.clientDataJson()),
                bytes("attestationObject", parts.attestationObject()),
                allTransports(parts));
    }

    /**
     * Reads the parts of an assertion.
     *
     * @throws PassageException 400, naming the part that is missing or not base64url
     */
    public AssertionResponse toAssertion() {
        Parts parts = parts();
        return new AssertionResponse(
                credentialId(),
                bytes("clientDataJSON", parts.clientDataJson()),
                bytes("authenticatorData", parts.authenticatorData()),
                bytes("signature", parts.signature()));
    }

    /** The user handle; empty when the authenticator told none. */
    public Optional<Bytes> userHandle() {
        return Optional.ofNullable(parts().userHandle())
                .filter(handle -> !handle.isEmpty())
                .map(handle -> bytes("userHandle", handle));
    }

    private Bytes credentialId() {
        if (type != null && !"public-key".equals(type)) {
            throw PassageException.invalid(FIELD + ".type", "must be public-key");
        }
        return bytes("id", rawId != null ? rawId : id);
    }

    private Parts parts() {
        if (response == null) {
            throw PassageException.invalid(FIELD + ".response", "is required");
        }
        return response;
    }

    private Set<String> allTransports(Parts parts) {
        List<String> given = transports != null ? transports : parts.transports();
        return given == null
                ? Set.of()
                : Set.copyOf(given.stream().filter(t -> t != null).toList());
    }

    private static Bytes bytes(String name, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            throw PassageException.invalid(FIELD + "." + name, "is required");
        }
        try {
            return Bytes.ofBase64Url(text);
        } catch (IllegalArgumentException e) {
            throw PassageException.invalid(FIELD + "." + name, "must be base64url");
        }
    }
}
