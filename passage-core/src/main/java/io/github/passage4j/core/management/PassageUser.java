package io.github.passage4j.core.management;

import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.json.bind.annotation.JsonbProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What Passage knows of a user.
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
        long loginCount) {

    /** Reads the wire form; members that are absent or null take the empty value of their type. */
    @JsonbCreator
    public PassageUser(
            @JsonbProperty("id") @Nullable String id,
            @JsonbProperty("email") @Nullable String email,
            @JsonbProperty("email_verified") boolean emailVerified,
            @JsonbProperty("phone") @Nullable String phone,
            @JsonbProperty("phone_verified") boolean phoneVerified,
            @JsonbProperty("status") @Nullable String status,
            @JsonbProperty("created_at") @Nullable Instant createdAt,
            @JsonbProperty("updated_at") @Nullable Instant updatedAt,
            @JsonbProperty("last_login_at") @Nullable Instant lastLoginAt,
            @JsonbProperty("login_count") long loginCount) {
        this.id = orEmpty(id);
        this.email = orEmpty(email);
        this.emailVerified = emailVerified;
        this.phone = orEmpty(phone);
        this.phoneVerified = phoneVerified;
        this.status = orEmpty(status);
        this.createdAt = createdAt;
        this.updatedAt = updatedAt;
        this.lastLoginAt = lastLoginAt;
        this.loginCount = loginCount;
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }
}
