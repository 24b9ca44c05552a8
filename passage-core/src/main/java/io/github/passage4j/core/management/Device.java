package io.github.passage4j.core.management;

import jakarta.json.JsonObject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A passkey of a user.
 *
 * @param id Passage's id of it, which {@link PassageUsers#revokeDevice} takes
 * @param credentialId WebAuthn credential id, base64url
 * @param friendlyName what the user calls it
 * @param type {@code passkey}, {@code security_key} or {@code platform}
 * @param usageCount number of sign-ins with it
 * @param createdAt when it was registered
 * @param updatedAt when it last changed
 * @param lastLoginAt when it was last used
 * @param iconLight icon of its maker for a light background as data URI, {@code null} when unknown
 * @param iconDark the same for a dark background
 * @param isUnconfirmed whether somebody else may have made it, before the owner verified the address: {@code passage-server} tells, to the owner only
 */
public record Device(
        String id,
        String credentialId,
        String friendlyName,
        String type,
        long usageCount,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        @Nullable Instant lastLoginAt,
        @Nullable String iconLight,
        @Nullable String iconDark,
        boolean isUnconfirmed) {

    static Device from(JsonObject wire) {
        JsonObject icons = Wire.object(wire, "icons");
        return new Device(
                Wire.text(wire, "id"),
                Wire.text(wire, "cred_id"),
                Wire.text(wire, "friendly_name"),
                Wire.text(wire, "type"),
                Wire.number(wire, "usage_count"),
                Wire.time(wire, "created_at"),
                Wire.time(wire, "updated_at"),
                Wire.time(wire, "last_login_at"),
                Wire.textOrNull(icons, "light"),
                Wire.textOrNull(icons, "dark"),
                Wire.flag(wire, "unconfirmed"));
    }
}
