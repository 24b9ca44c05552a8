package io.github.passage4j.server.handshake;

import io.github.passage4j.server.apps.App;
import io.github.passage4j.server.credential.Credential;
import io.github.passage4j.server.webauthn.Bytes;
import io.github.passage4j.server.webauthn.PublicKeyAlgorithm;
import jakarta.json.bind.annotation.JsonbProperty;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Options for {@code navigator.credentials.create()} (WebAuthn L3 §5.4), with no more members than the published clients
 * let through. A discoverable, user-verifying credential is required; attestation is asked for as the app says.
 */
public record CreationOptions(
        Rp rp,
        Account user,
        String challenge,
        @JsonbProperty("pubKeyCredParams") List<Parameter> pubKeyCredParams,
        int timeout,
        @JsonbProperty("excludeCredentials") List<CredentialDescriptor> excludeCredentials,
        @JsonbProperty("authenticatorSelection") Selection authenticatorSelection,
        String attestation) {

    private static final String REQUIRED = "required";
    private static final int TIMEOUT_MILLIS = 300_000;

    /** The Relying Party. */
    public record Rp(String id, String name) {}

    /** The account; {@code id} is the user handle in base64url, the UTF-8 of the Passage user id. */
    public record Account(
            String id,
            String name,
            @JsonbProperty("displayName") String displayName) {}

    /** An algorithm on offer. */
    public record Parameter(String type, int alg) {}

    /** What kind of authenticator is wanted; no attachment means any. */
    public record Selection(
            @JsonbProperty("authenticatorAttachment") @Nullable
            String authenticatorAttachment,

            @JsonbProperty("residentKey") String residentKey,
            @JsonbProperty("requireResidentKey") boolean requireResidentKey,
            @JsonbProperty("userVerification") String userVerification) {}

    /**
     * Makes the options of a ceremony.
     *
     * @param userId Passage id of the account
     * @param name identifier of the account, shown by authenticators
     * @param present passkeys that the account has; their authenticators are left out
     */
    public static CreationOptions of(
            App app,
            Handshake handshake,
            String userId,
            String name,
            List<Credential> present,
            AuthenticatorAttachment attachment) {
        return new CreationOptions(
                new Rp(app.rpId(), app.name()),
                new Account(userHandle(userId).toBase64Url(), name, name),
                handshake.challenge().bytes().toBase64Url(),
                Arrays.stream(PublicKeyAlgorithm.values())
                        .map(algorithm -> new Parameter("public-key", algorithm.cose()))
                        .toList(),
                TIMEOUT_MILLIS,
                CredentialDescriptor.of(present),
                new Selection(attachment.option().orElse(null), REQUIRED, true, REQUIRED),
                app.attestation().conveyance());
    }

    /** The user handle of a user: the UTF-8 of the Passage id. */
    public static Bytes userHandle(String userId) {
        return Bytes.of(userId.getBytes(StandardCharsets.UTF_8));
    }
}
