package io.github.passage4j.server.transfer;

import io.github.passage4j.server.credential.Credential;
import io.github.passage4j.server.webauthn.Bytes;
import io.github.passage4j.server.webauthn.CredentialRecord;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A passkey on its way (Passage contract 7). Bytes are base64url, the public key is COSE.
 *
 * @param publicKey absent when nobody handed it over: such a passkey is known, but nobody can sign in with it
 * @param aaguid model of the authenticator; zeros when absent
 * @param createdAt RFC 3339; now when absent
 * @param userHandle that the authenticator keeps with it; the user's id when absent
 */
public record PasskeyRecord(
        @Nullable String userId,
        @Nullable String credentialId,
        @Nullable String publicKey,
        @Nullable Long signCount,
        @Nullable String aaguid,
        @Nullable List<String> transports,
        @Nullable Boolean backupEligible,
        @Nullable Boolean backupState,
        @Nullable String friendlyName,
        @Nullable String createdAt,
        @Nullable String userHandle) {

    static PasskeyRecord of(Credential credential) {
        CredentialRecord stored = credential.toRecord();
        return new PasskeyRecord(
                credential.userId(),
                stored.credentialId().toBase64Url(),
                credential.hasPublicKey() ? stored.publicKey().toBase64Url() : null,
                stored.signCount(),
                stored.aaguid(),
                credential.transports(),
                stored.backupEligible(),
                stored.backupState(),
                credential.friendlyName(),
                text(credential.createdAt()),
                credential.userHandle().map(Bytes::toBase64Url).orElse(null));
    }

    private static String text(Instant instant) {
        return instant.toString();
    }
}
