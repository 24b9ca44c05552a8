package io.github.passage4j.server.handshake;

import io.github.passage4j.server.apps.App;
import io.github.passage4j.server.webauthn.Bytes;
import io.github.passage4j.server.webauthn.Challenge;
import io.github.passage4j.server.webauthn.Expectation;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A ceremony under way: the challenge and what it may be used for. Rows are made and removed, never changed. */
@Entity
@Table(name = "passage_handshake")
public class Handshake {

    /** What a ceremony is for, and how long it may take. */
    public enum Purpose {
        /** Make an account's first passkey. */
        REGISTER(Duration.ofMinutes(10)),
        /** Sign in. Long, because autofill asks for the challenge when the page loads. */
        LOGIN(Duration.ofMinutes(30)),
        /** Make a passkey more. */
        ADD_DEVICE(Duration.ofMinutes(10));

        private final Duration lifetime;

        Purpose(Duration lifetime) {
            this.lifetime = lifetime;
        }
    }

    @Id
    private String id;

    @Column(name = "app_id")
    private String appId;

    @Enumerated(EnumType.STRING)
    private Purpose purpose;

    @Column(name = "user_id")
    private @Nullable String userId;

    private String challenge;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected Handshake() {}

    /**
     * @param id 24 characters
     * @param appId app that it counts for
     * @param purpose what it is for
     * @param userId user whom it is for; null when the authenticator is to tell
     * @param challenge to be signed
     * @param now time of the start
     */
    public Handshake(
            String id, String appId, Purpose purpose, @Nullable String userId, Challenge challenge, Instant now) {
        this.id = id;
        this.appId = appId;
        this.purpose = purpose;
        this.userId = userId;
        this.challenge = challenge.bytes().toBase64Url();
        this.createdAt = now;
        this.expiresAt = now.plus(purpose.lifetime);
    }

    /** The identifier by which a finish call refers to it. */
    public String id() {
        return id;
    }

    /** User whom it is for; empty when the authenticator is to tell. */
    public Optional<String> userId() {
        return Optional.ofNullable(userId);
    }

    /** What is to be signed. */
    public Challenge challenge() {
        return new Challenge(Bytes.ofBase64Url(challenge));
    }

    /** What the response to it must fit. */
    public Expectation expectation(App app) {
        return new Expectation(challenge(), app.authOrigin(), app.rpId(), app.attestation());
    }

    /** When it was begun. */
    public Instant createdAt() {
        return createdAt;
    }

    boolean isFor(String app, Purpose wanted) {
        return appId.equals(app) && purpose == wanted;
    }

    boolean isExpired(Instant now) {
        return !now.isBefore(expiresAt);
    }
}
