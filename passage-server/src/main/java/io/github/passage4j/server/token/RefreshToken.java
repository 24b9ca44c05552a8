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

    @Column(name = "next_hash")
    private @Nullable String nextHash;

    @Version
    private long version;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected RefreshToken() {}

    /** A token that was not used yet. */
    RefreshToken(RefreshSecret secret) {
        this.hash = secret.hash();
        this.familyId = secret.familyId();
    }

    /** Marks the token as used; its successor is that of this salt, and has this hash. */
    void use(String successorSalt, String successorHash, Instant now) {
        salt = successorSalt;
        nextHash = successorHash;
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

    /** Hash of the successor; empty while the token was not used. */
    Optional<String> nextHash() {
        return Optional.ofNullable(nextHash);
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
