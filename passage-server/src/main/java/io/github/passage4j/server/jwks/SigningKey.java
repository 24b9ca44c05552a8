package io.github.passage4j.server.jwks;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;

/** An RSA key pair of an app. Its private half leaves this package only as a signer. */
@Entity
@Table(name = "passage_signing_key")
public class SigningKey {

    /** Where a key stands in its life. All of them are published. */
    public enum State {
        /** Published ahead of its use, so that every verifier knows it in time. */
        NEXT,
        /** Signs. */
        CURRENT,
        /** Signs no more, but tokens that it signed are still about. */
        RETIRED
    }

    @Id
    private String id;

    @Column(name = "app_id")
    private String appId;

    @Enumerated(EnumType.STRING)
    private State state;

    @Column(name = "public_key")
    private String publicKey;

    @Column(name = "private_key")
    private String encryptedPrivateKey;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "state_since")
    private Instant stateSince;

    @Version
    private long version;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected SigningKey() {}

    /**
     * @param id key id, 24 characters
     * @param appId app whose tokens it signs
     * @param state where it stands
     * @param publicKey X.509 encoding, base64url
     * @param encryptedPrivateKey what {@link KeyEncryption} made of the PKCS #8 encoding
     * @param now time of creation
     */
    SigningKey(String id, String appId, State state, String publicKey, String encryptedPrivateKey, Instant now) {
        this.id = id;
        this.appId = appId;
        this.state = state;
        this.publicKey = publicKey;
        this.encryptedPrivateKey = encryptedPrivateKey;
        this.createdAt = now;
        this.stateSince = now;
    }

    /** Enters the next state of its life. */
    void enter(State next, Instant now) {
        state = next;
        stateSince = now;
    }

    /** Whether it has been what it is for as long as this. */
    boolean isOlderThan(Duration age, Instant now) {
        return !now.isBefore(stateSince.plus(age));
    }

    Instant stateSince() {
        return stateSince;
    }

    String id() {
        return id;
    }

    String appId() {
        return appId;
    }

    State state() {
        return state;
    }

    String publicKey() {
        return publicKey;
    }

    String encryptedPrivateKey() {
        return encryptedPrivateKey;
    }

    Instant createdAt() {
        return createdAt;
    }
}
