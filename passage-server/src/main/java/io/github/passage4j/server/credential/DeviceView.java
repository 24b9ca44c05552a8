package io.github.passage4j.server.credential;

import jakarta.json.bind.annotation.JsonbNillable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A passkey as clients see it: "Credential" of the Auth API, "WebAuthnDevice" of the Management API.
 *
 * @param userId owner; left out in the Management API
 * @param unconfirmed ours: true when somebody else may have made it, before the owner verified the address; else left out
 * @param credId equal to the browser's {@code credential.id}
 */
public record DeviceView(
        String id,
        @Nullable String userId,
        String credId,
        String friendlyName,
        String type,
        int usageCount,
        Instant createdAt,
        Instant updatedAt,
        Instant lastLoginAt,
        Icons icons,
        @Nullable Boolean unconfirmed) {

    /** The one kind of credential that is asked for: discoverable and user-verifying. */
    public static final String TYPE = "passkey";

    /** Pictures of the authenticator's make; none are known. */
    @JsonbNillable
    public record Icons(@Nullable String light, @Nullable String dark) {}

    /** For the owner. */
    public static DeviceView forOwner(Credential credential) {
        return of(credential, credential.userId());
    }

    /** For the Management API, without the owner. */
    public static DeviceView forManagement(Credential credential) {
        return of(credential, null);
    }

    private static DeviceView of(Credential credential, @Nullable String userId) {
        return new DeviceView(
                credential.id(),
                userId,
                credential.credentialId(),
                credential.friendlyName(),
                TYPE,
                credential.usageCount(),
                credential.createdAt(),
                credential.updatedAt(),
                credential.lastLoginAt(),
                new Icons(null, null),
                (userId != null && credential.isUnconfirmed()) ? true : null);
    }
}
