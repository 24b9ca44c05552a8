package io.github.passage4j.server.token;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;

/** One sign-in of a user, and all refresh tokens that came of it. When it ends, they all do. */
@Entity
@Table(name = "passage_refresh_family")
public class RefreshFamily {

    @Id
    private String id;

    @Column(name = "app_id")
    private String appId;

    @Column(name = "user_id")
    private String userId;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "idle_until")
    private Instant idleUntil;

    @Column(name = "last_used_at")
    private Instant lastUsedAt;

    @Column(name = "user_agent")
    private String userAgent;

    @Column(name = "oldest_hash")
    private String oldestHash;

    @Version
    private long version;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected RefreshFamily() {}

    /**
     * @param first its first token
     * @param appId app that was signed in to
     * @param userId who signed in
     * @param userAgent program that signed in, as it calls itself; "" when it did not say
     * @param absolute how long it lasts at most
     * @param now time of the sign-in
     */
    RefreshFamily(RefreshSecret first, String appId, String userId, String userAgent, Duration absolute, Instant now) {
        this.id = first.familyId();
        this.oldestHash = first.hash();
        this.appId = appId;
        this.userId = userId;
        this.userAgent = userAgent;
        this.createdAt = now;
        this.lastUsedAt = now;
        this.expiresAt = now.plus(absolute);
        this.idleUntil = expiresAt;
    }

    /** Forgets the oldest token: its successor is the oldest from now on. */
    void dropOldest(String nextHash) {
        oldestHash = nextHash;
    }

    /** Remembers a use: the family ends when there is none for as long as this. */
    void touch(Duration idle, Instant now) {
        lastUsedAt = now;
        Instant next = now.plus(idle);
        idleUntil = next.isBefore(expiresAt) ? next : expiresAt;
    }

    String id() {
        return id;
    }

    String appId() {
        return appId;
    }

    String userId() {
        return userId;
    }

    String oldestHash() {
        return oldestHash;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    /** When it ends unless it is used before. */
    Instant idleUntil() {
        return idleUntil;
    }

    Instant lastUsedAt() {
        return lastUsedAt;
    }

    String userAgent() {
        return userAgent;
    }

    /** Neither too old nor unused for too long. */
    boolean isAlive(Instant now) {
        return now.isBefore(expiresAt) && now.isBefore(idleUntil);
    }
}
