package io.github.passage4j.server.otp;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;

/** A code that was sent, of which only a MAC is kept. */
@Entity
@Table(name = "passage_one_time_code")
public class OneTimeCode {

    private static final int MOST_WRONG_TRIES = 5;

    @Id
    private String id;

    @Column(name = "app_id")
    private String appId;

    @Column(name = "user_id")
    private String userId;

    /** An address, or a number; the column is older than numbers. */
    @Column(name = "email")
    private String recipient;

    @Column(name = "code_hash")
    private String codeHash;

    @Column(name = "wrong_tries")
    private int wrongTries;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Version
    private long version;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected OneTimeCode() {}

    /**
     * @param id 24 characters
     * @param appId app that it counts for
     * @param userId whom it signs in
     * @param recipient where it was sent
     * @param codeHash MAC of the code
     * @param lifetime how long it is good
     * @param now time of the sending
     */
    OneTimeCode(
            String id, String appId, String userId, String recipient, String codeHash, Duration lifetime, Instant now) {
        this.id = id;
        this.appId = appId;
        this.userId = userId;
        this.recipient = recipient;
        this.codeHash = codeHash;
        this.createdAt = now;
        this.expiresAt = now.plus(lifetime);
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

    String recipient() {
        return recipient;
    }

    Instant createdAt() {
        return createdAt;
    }

    boolean isExpired(Instant now) {
        return !now.isBefore(expiresAt);
    }

    /** Whether it was tried in vain too often: then the right code does not help any more. */
    boolean isDead() {
        return wrongTries >= MOST_WRONG_TRIES;
    }

    /** Tries a code; a wrong one is remembered. */
    boolean accepts(String hash) {
        boolean isRight = !isDead()
                && MessageDigest.isEqual(
                        hash.getBytes(StandardCharsets.US_ASCII), codeHash.getBytes(StandardCharsets.US_ASCII));
        if (!isRight) {
            wrongTries = Math.min(MOST_WRONG_TRIES, wrongTries + 1);
        }
        return isRight;
    }
}
