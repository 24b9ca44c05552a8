package io.github.passage4j.core.management;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account elsewhere that a user may sign in with.
 *
 * @param type {@code apple}, {@code github} or {@code google}
 * @param providerId the user's id there
 * @param providerIdentifier the user's name or address there
 * @param createdAt when it was connected
 * @param lastLoginAt when it was last used
 */
public record SocialConnection(
        String type,
        String providerId,
        String providerIdentifier,
        @Nullable Instant createdAt,
        @Nullable Instant lastLoginAt) {

    static List<SocialConnection> allFrom(JsonObject byType) {
        return byType.keySet().stream()
                .map(type -> from(type, Wire.object(byType, type)))
                .toList();
    }

    private static SocialConnection from(String type, JsonObject wire) {
        return new SocialConnection(
                type,
                Wire.text(wire, "provider_id"),
                Wire.text(wire, "provider_identifier"),
                Wire.time(wire, "created_at"),
                Wire.time(wire, "last_login_at"));
    }
}
