package io.github.passage4j.core.management;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Passage knows of a user. In a list the last five are empty: ask for one user to have them.
 *
 * @param id Passage user id
 * @param email empty when the user has none
 * @param emailVerified whether the user proved to own the e-mail address
 * @param phone E.164, empty when the user has none
 * @param phoneVerified whether the user proved to own the phone number
 * @param status {@code active}, {@code inactive} or {@code pending}
 * @param createdAt when the user signed up
 * @param updatedAt when the user last changed
 * @param lastLoginAt when the user last signed in; the year 1 when never
 * @param loginCount number of sign-ins
 * @param externalId id in a system of the app's own, empty when there is none
 * @param metadata the app's metadata fields, empty when there are none
 * @param devices the passkeys
 * @param socialConnections the accounts elsewhere that the user may sign in with
 * @param recentEvents what happened lately
 */
public record PassageUser(
        String id,
        String email,
        boolean emailVerified,
        String phone,
        boolean phoneVerified,
        String status,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        @Nullable Instant lastLoginAt,
        long loginCount,
        String externalId,
        JsonObject metadata,
        List<Device> devices,
        List<SocialConnection> socialConnections,
        List<UserEvent> recentEvents) {

    public PassageUser {
        devices = List.copyOf(devices);
        socialConnections = List.copyOf(socialConnections);
        recentEvents = List.copyOf(recentEvents);
    }

    /** A user without the parts that are lists. */
    public PassageUser(
            String id,
            String email,
            boolean emailVerified,
            String phone,
            boolean phoneVerified,
            String status,
            @Nullable Instant createdAt,
            @Nullable Instant updatedAt,
            @Nullable Instant lastLoginAt,
            long loginCount) {
        this(
                id,
                email,
                emailVerified,
                phone,
                phoneVerified,
                status,
                createdAt,
                updatedAt,
                lastLoginAt,
                loginCount,
                "",
                JsonValue.EMPTY_JSON_OBJECT,
                List.of(),
                List.of(),
                List.of());
    }

    static PassageUser from(JsonObject wire) {
        return new PassageUser(
                Wire.text(wire, "id"),
                Wire.text(wire, "email"),
                Wire.flag(wire, "email_verified"),
                Wire.text(wire, "phone"),
                Wire.flag(wire, "phone_verified"),
                Wire.text(wire, "status"),
                Wire.time(wire, "created_at"),
                Wire.time(wire, "updated_at"),
                Wire.time(wire, "last_login_at"),
                Wire.number(wire, "login_count"),
                Wire.text(wire, "external_id"),
                Wire.object(wire, "user_metadata"),
                Wire.objects(wire, "webauthn_devices", Device::from),
                SocialConnection.allFrom(Wire.object(wire, "social_connections")),
                Wire.objects(wire, "recent_events", UserEvent::from));
    }

    /** The e-mail address, else the phone number: what to greet a user with who has no name. Empty when there is neither. */
    public String identifier() {
        return email.isEmpty() ? phone : email;
    }
}
