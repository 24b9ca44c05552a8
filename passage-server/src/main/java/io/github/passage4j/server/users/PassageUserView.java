package io.github.passage4j.server.users;

import io.github.passage4j.server.audit.UserEvent;
import io.github.passage4j.server.credential.Credential;
import io.github.passage4j.server.credential.DeviceView;
import io.github.passage4j.server.wire.WireInstant;
import jakarta.json.JsonObject;
import jakarta.json.bind.annotation.JsonbNillable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An account as the Management API shows it (Passage contract 4.4): every key is present, only metadata may be null. */
@JsonbNillable
public record PassageUserView(
        String id,
        String externalId,
        String email,
        boolean emailVerified,
        String phone,
        boolean phoneVerified,
        String status,
        int loginCount,
        @Nullable JsonObject userMetadata,
        Instant createdAt,
        Instant updatedAt,
        Instant lastLoginAt,
        boolean webauthn,
        List<String> webauthnTypes,
        List<DeviceView> webauthnDevices,
        Map<String, Object> socialConnections,
        List<RecentEventView> recentEvents) {

    /** The answer around it. */
    public record Answer(PassageUserView user) {}

    /** Shows an account with its passkeys and last events; one that never signed in did so in the year 1. */
    public static PassageUserView of(User user, List<Credential> credentials, List<UserEvent> events) {
        return new PassageUserView(
                user.id(),
                "",
                user.email(),
                user.isEmailVerified(),
                user.phone(),
                user.isPhoneVerified(),
                user.status().text(),
                user.loginCount(),
                user.metadata(),
                user.createdAt(),
                user.updatedAt(),
                user.lastLoginAt().orElse(WireInstant.NEVER),
                !credentials.isEmpty(),
                UserView.types(credentials),
                credentials.stream().map(DeviceView::forManagement).toList(),
                Map.of(),
                events.stream().map(RecentEventView::of).toList());
    }
}
