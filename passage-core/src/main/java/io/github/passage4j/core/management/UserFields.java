package io.github.passage4j.core.management;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import org.jspecify.annotations.Nullable;

/**
 * What of a user is given to Passage. What is {@code null} is not sent: absent at creation, unchanged by an update.
 *
 * @param email the empty string removes it
 * @param phone E.164; the empty string removes it
 * @param metadata fields of the app's metadata schema; fields that are not named stay as they are
 */
public record UserFields(
        @Nullable String email,
        @Nullable String phone,
        @Nullable JsonObject metadata) {

    /** Nothing yet. */
    public static UserFields none() {
        return new UserFields(null, null, null);
    }

    public UserFields withEmail(String newEmail) {
        return new UserFields(newEmail, phone, metadata);
    }

    public UserFields withPhone(String newPhone) {
        return new UserFields(email, newPhone, metadata);
    }

    public UserFields withMetadata(JsonObject newMetadata) {
        return new UserFields(email, phone, newMetadata);
    }

    boolean isIdentified() {
        return (email != null && !email.isBlank()) || (phone != null && !phone.isBlank());
    }

    JsonObject toJson() {
        JsonObjectBuilder json = Json.createObjectBuilder();
        if (email != null) {
            json.add("email", email);
        }
        if (phone != null) {
            json.add("phone", phone);
        }
        if (metadata != null) {
            json.add("user_metadata", metadata);
        }
        return json.build();
    }
}
