package io.github.passage4j.server.token;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A refresh token, of which only the SHA-256 is kept. */
@Entity
@Table(name = "passage_refresh_token")
public class RefreshToken {

    @Id
    @Column(name = "token_hash")
    private String hash;

    @Column(name = "family_id")
    private String familyId;

    private @Nullable String salt;

    @Column(name = "used_at")
    private @Nullable Instant usedAt;

    @Column(name = "previous_hash")
    private @Nullable String previousHash;

    @Version
    private long version;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected RefreshToken() {}

    /**
     * A token that was not used yet.
     *
     * @param previousHash hash of the one before; null for the first of a family
     */
    RefreshToken(RefreshSecret secret, @Nullable String previousHash) {
        this.hash = secret.hash();
        this.familyId = secret.familyId();
        this.previousHash = previousHash;
    }

    /** Marks the token as used; its successor is that of this salt. */
    void use(String successorSalt, Instant now) {
        salt = successorSalt;
        usedAt = now;
    }

    String hash() {
        return hash;
    }

    String familyId() {
        return familyId;
    }

    /** What makes the successor; empty while the token was not used. */
    Optional<String> salt() {
        return Optional.ofNullable(salt);
    }

    /** Hash of the one before, which may be gone; empty for the first of a family. */
    Optional<String> previousHash() {
        return Optional.ofNullable(previousHash);
    }

    /** When it was used; empty while it was not. */
    Optional<Instant> usedAt() {
        return Optional.ofNullable(usedAt);
    }

    /** Whether it was used longer ago than this. */
    boolean isSpent(Duration grace, Instant now) {
        return usedAt().filter(used -> !now.isBefore(used.plus(grace))).isPresent();
    }
}
