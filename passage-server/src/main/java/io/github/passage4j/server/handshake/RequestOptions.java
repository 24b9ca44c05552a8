package io.github.passage4j.server.handshake;

import io.github.passage4j.server.apps.App;
import io.github.passage4j.server.credential.Credential;
import jakarta.json.bind.annotation.JsonbProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Options for {@code navigator.credentials.get()} (WebAuthn L3 §5.5).
 *
 * @param allowCredentials the passkeys of the named user; absent when the browser is to offer what it has
 */
public record RequestOptions(
        String challenge,
        int timeout,
        @JsonbProperty("rpId") String rpId,
        @JsonbProperty("allowCredentials") @Nullable List<CredentialDescriptor> allowCredentials,
        @JsonbProperty("userVerification") String userVerification) {

    private static final int TIMEOUT_MILLIS = 300_000;

    /** For a named user with these passkeys. */
    public static RequestOptions forUser(App app, Handshake handshake, List<Credential> credentials) {
        return of(app, handshake, CredentialDescriptor.of(credentials));
    }

    /** For an account that is not there, with a passkey that is not there. */
    public static RequestOptions forNobody(App app, Handshake handshake, String credentialId) {
        return of(app, handshake, List.of(CredentialDescriptor.decoy(credentialId)));
    }

    /** For whoever it will be. */
    public static RequestOptions discoverable(App app, Handshake handshake) {
        return of(app, handshake, null);
    }

    private static RequestOptions of(App app, Handshake handshake, @Nullable List<CredentialDescriptor> allowed) {
        return new RequestOptions(
                handshake.challenge().bytes().toBase64Url(), TIMEOUT_MILLIS, app.rpId(), allowed, "required");
    }
}
