package io.github.passage4j.server.currentuser;

import io.github.passage4j.server.credential.Credential;
import io.github.passage4j.server.credential.DeviceView;
import io.github.passage4j.server.users.User;
import io.github.passage4j.server.users.UserView;
import jakarta.json.JsonObject;
import jakarta.json.bind.annotation.JsonbNillable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The own account (Passage contract 3.9); every key is present, only metadata may be null. */
@JsonbNillable
public record CurrentUserView(
        String id,
        String email,
        boolean emailVerified,
        String phone,
        boolean phoneVerified,
        String status,
        Instant createdAt,
        Instant updatedAt,
        Instant lastLoginAt,
        int loginCount,
        @Nullable JsonObject userMetadata,
        Map<String, Object> socialConnections,
        boolean webauthn,
        List<String> webauthnTypes,
        List<DeviceView> webauthnDevices) {

    /** The answer around it. */
    public record Answer(CurrentUserView user) {}

    /** Shows an account to its owner. */
    public static CurrentUserView of(User user, List<Credential> credentials) {
        return new CurrentUserView(
                user.id(),
                user.email(),
                user.isEmailVerified(),
                user.phone(),
                user.isPhoneVerified(),
                user.status().text(),
                user.createdAt(),
                user.updatedAt(),
                user.lastLoginAt().orElse(user.createdAt()),
                user.loginCount(),
                user.metadata(),
                Map.of(),
                !credentials.isEmpty(),
                UserView.types(credentials),
                credentials.stream().map(DeviceView::forOwner).toList());
    }
}
