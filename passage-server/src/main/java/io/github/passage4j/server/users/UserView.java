package io.github.passage4j.server.users;

import io.github.passage4j.server.credential.Credential;
import io.github.passage4j.server.credential.DeviceView;
import jakarta.json.JsonObject;
import jakarta.json.bind.annotation.JsonbNillable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What anyone who knows its identifier may learn of an account (Passage contract 3.5); an absent phone is "". */
@JsonbNillable
public record UserView(
        String id,
        String email,
        boolean emailVerified,
        String phone,
        boolean phoneVerified,
        String status,
        @Nullable JsonObject userMetadata,
        boolean webauthn,
        List<String> webauthnTypes) {

    /** The answer around it; {@code user} is null, not absent, when there is none. */
    @JsonbNillable
    public record Answer(@Nullable UserView user) {}

    /** Shows an account with its passkeys. Metadata is the owner's and is not shown here. */
    public static UserView of(User user, List<Credential> credentials) {
        return new UserView(
                user.id(),
                user.email(),
                user.isEmailVerified(),
                user.phone(),
                user.isPhoneVerified(),
                user.status().text(),
                null,
                !credentials.isEmpty(),
                types(credentials));
    }

    /** Shows an account that is not there as one that signs in with a passkey. */
    public static UserView decoy(String id, Identifier identifier) {
        return new UserView(
                id,
                identifier instanceof EmailAddress ? identifier.value() : "",
                false,
                identifier instanceof PhoneNumber ? identifier.value() : "",
                false,
                UserStatus.ACTIVE.text(),
                null,
                true,
                List.of(DeviceView.TYPE));
    }

    /** The kinds of passkeys among some. */
    public static List<String> types(List<Credential> credentials) {
        return credentials.isEmpty() ? List.of() : List.of(DeviceView.TYPE);
    }
}
