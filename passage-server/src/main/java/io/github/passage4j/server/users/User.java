package io.github.passage4j.server.users;

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

    private String email;

    @Column(name = "email_verified")
    private boolean emailVerified;

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
     * @param identifier its address
     * @param metadata values of the app's fields; null when there are none
     * @param now time of sign-up
     */
    public User(String id, String appId, Identifier identifier, @Nullable JsonObject metadata, Instant now) {
        this.id = id;
        this.appId = appId;
        this.email = identifier.email();
        this.status = UserStatus.PENDING;
        this.metadata = metadata;
        this.createdAt = now;
        this.updatedAt = now;
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

    /** Address, in the form of {@link Identifier}. */
    public String email() {
        return email;
    }

    /** Whether a message to the address was answered. */
    public boolean isEmailVerified() {
        return emailVerified;
    }

    /** Where the account stands. */
    public UserStatus status() {
        return status;
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
