package io.github.passage4j.server.users;

import io.github.passage4j.server.persistence.JsonObjectConverter;
import io.github.passage4j.server.wire.PassageException;
import jakarta.json.JsonObject;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An account of an app. */
@Entity
@Table(name = "passage_user")
public class User {

    @Id
    private String id;

    @Column(name = "app_id")
    private String appId;

    private @Nullable String email;

    @Column(name = "email_verified")
    private boolean emailVerified;

    private @Nullable String phone;

    @Column(name = "phone_verified")
    private boolean phoneVerified;

    @Enumerated(EnumType.STRING)
    private UserStatus status;

    @Column(name = "login_count")
    private int loginCount;

    @Convert(converter = JsonObjectConverter.class)
    @Column(name = "user_metadata")
    private @Nullable JsonObject metadata;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Column(name = "last_login_at")
    private @Nullable Instant lastLoginAt;

    @Version
    private long version;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected User() {}

    /**
     * A pending account.
     *
     * @param id Passage id, 24 characters
     * @param appId app that it belongs to
     * @param identifier its address or number
     * @param metadata values of the app's fields; null when there are none
     * @param now time of sign-up
     */
    public User(String id, String appId, Identifier identifier, @Nullable JsonObject metadata, Instant now) {
        this(id, appId, metadata, now);
        change(identifier, now);
    }

    private User(String id, String appId, @Nullable JsonObject metadata, Instant now) {
        this.id = id;
        this.appId = appId;
        this.status = UserStatus.PENDING;
        this.metadata = metadata;
        this.createdAt = now;
        this.updatedAt = now;
    }

    /**
     * A pending account with an e-mail address, a phone number, or both.
     *
     * @param id Passage id, 24 characters
     * @param appId app that it belongs to
     * @param email null for none
     * @param phone null for none
     * @param metadata values of the app's fields; null when there are none
     * @param now time of its making
     */
    static User managed(
            String id,
            String appId,
            @Nullable EmailAddress email,
            @Nullable PhoneNumber phone,
            @Nullable JsonObject metadata,
            Instant now) {
        User user = new User(id, appId, metadata, now);
        user.changeEmail(email, now);
        user.changePhone(phone, now);
        return user;
    }

    /**
     * An account that was elsewhere before.
     *
     * @param id Passage id, which it keeps
     * @param email null for none
     * @param phone null for none; one of both is required
     * @param metadata values of the app's fields; null for none
     * @param lastLoginAt null when there was none
     * @throws PassageException 400 without an identifier
     */
    public static User restored(
            String id,
            String appId,
            @Nullable EmailAddress email,
            boolean emailVerified,
            @Nullable PhoneNumber phone,
            boolean phoneVerified,
            UserStatus status,
            int loginCount,
            @Nullable JsonObject metadata,
            Instant createdAt,
            @Nullable Instant lastLoginAt,
            Instant now) {
        if (email == null && phone == null) {
            throw PassageException.invalid("email", "or phone is required");
        }
        User user = managed(id, appId, email, phone, metadata, createdAt);
        user.emailVerified = emailVerified && email != null;
        user.phoneVerified = phoneVerified && phone != null;
        user.status = status;
        user.loginCount = loginCount;
        user.lastLoginAt = lastLoginAt;
        user.updatedAt = now;
        return user;
    }

    /** Gives the account another e-mail address, which nobody has verified yet; null for none. */
    public final void changeEmail(@Nullable EmailAddress identifier, Instant now) {
        String changed = identifier == null ? null : identifier.value();
        if (!Objects.equals(email, changed)) {
            email = changed;
            emailVerified = false;
            updatedAt = now;
        }
    }

    /** Gives the account another phone number, which nobody has verified yet; null for none. */
    public final void changePhone(@Nullable PhoneNumber number, Instant now) {
        String changed = number == null ? null : number.value();
        if (!Objects.equals(phone, changed)) {
            phone = changed;
            phoneVerified = false;
            updatedAt = now;
        }
    }

    /** Puts an identifier, which nobody has verified yet, in the place of the one of its kind. */
    public final void change(Identifier identifier, Instant now) {
        if (identifier instanceof EmailAddress address) {
            changeEmail(address, now);
        } else {
            changePhone((PhoneNumber) identifier, now);
        }
    }

    /** Remembers that a message to an identifier was answered, if it is the account's. */
    public void verify(Identifier identifier, Instant now) {
        if (isUnverified(identifier)) {
            emailVerified |= identifier instanceof EmailAddress;
            phoneVerified |= identifier instanceof PhoneNumber;
            updatedAt = now;
        }
    }

    /** Whether an identifier is the account's, and no message to it was answered yet. */
    public boolean isUnverified(Identifier identifier) {
        return identifier instanceof EmailAddress
                ? email().equals(identifier.value()) && !emailVerified
                : phone().equals(identifier.value()) && !phoneVerified;
    }

    /** The address or number of the same kind as another; "" when there is none. */
    public String sameKindAs(Identifier other) {
        return other instanceof EmailAddress ? email() : phone();
    }

    /** Lets the account sign in. */
    void activate(Instant now) {
        status = UserStatus.ACTIVE;
        updatedAt = now;
    }

    /** Keeps the account from signing in. */
    void deactivate(Instant now) {
        status = UserStatus.INACTIVE;
        updatedAt = now;
    }

    /** Remembers a sign-in; the first one makes a pending account active. */
    public void recordLogin(Instant now) {
        if (status == UserStatus.PENDING) {
            status = UserStatus.ACTIVE;
        }
        loginCount++;
        lastLoginAt = now;
        updatedAt = now;
    }

    /** Takes over what was given when sign-up was started once more. */
    public void describe(JsonObject given, Instant now) {
        metadata = given;
        updatedAt = now;
    }

    /** Passage id. */
    public String id() {
        return id;
    }

    /** App that the account belongs to. */
    public String appId() {
        return appId;
    }

    /** Address, in the form of {@link EmailAddress}; "" when there is none. */
    public String email() {
        return email == null ? "" : email;
    }

    /** Number, in the form of {@link PhoneNumber}; "" when there is none. */
    public String phone() {
        return phone == null ? "" : phone;
    }

    /** Whether a message to the number was answered. */
    public boolean isPhoneVerified() {
        return phoneVerified;
    }

    /** What people know the account by: the address, else the number. */
    public String identifier() {
        return email == null ? phone() : email;
    }

    /** Whether a message to the address was answered. */
    public boolean isEmailVerified() {
        return emailVerified;
    }

    /** Where the account stands. */
    public UserStatus status() {
        return status;
    }

    /**
     * Lets only accounts pass that are not deactivated.
     *
     * @throws PassageException 403
     */
    public void requireNotInactive() {
        if (status == UserStatus.INACTIVE) {
            throw UserRefusals.inactive();
        }
    }

    /**
     * Lets only accounts pass that nobody has signed in to yet.
     *
     * @throws PassageException 400 when it is active, 403 when it is deactivated
     */
    public void requirePending() {
        requireNotInactive();
        if (status == UserStatus.ACTIVE) {
            throw UserRefusals.exists();
        }
    }

    /** Number of sign-ins. */
    public int loginCount() {
        return loginCount;
    }

    /** Values of the app's fields; null when there are none. */
    public @Nullable JsonObject metadata() {
        return metadata;
    }

    /** Time of sign-up. */
    public Instant createdAt() {
        return createdAt;
    }

    /** Time of the last change. */
    public Instant updatedAt() {
        return updatedAt;
    }

    /** Time of the last sign-in; empty when there was none. */
    public Optional<Instant> lastLoginAt() {
        return Optional.ofNullable(lastLoginAt);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof User that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
