package io.github.passage4j.server.apps;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;

/** A key to an app's Management API, of which only the SHA-256 is kept. */
@Entity
@Table(name = "passage_api_key")
public class ApiKey {

    @Id
    private String id;

    @Column(name = "app_id")
    private String appId;

    private String name;

    @Column(name = "key_hash")
    private String keyHash;

    @Column(name = "created_at")
    private Instant createdAt;

    @Version
    private long version;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected ApiKey() {}

    /**
     * @param id identifier of the key, not a secret
     * @param appId app that it opens
     * @param name unique within the app
     * @param key the key itself
     * @param now time of creation
     */
    public ApiKey(String id, String appId, String name, String key, Instant now) {
        this.id = id;
        this.appId = appId;
        this.name = name;
        this.keyHash = hash(key);
        this.createdAt = now;
    }

    /** Identifier of the key, not a secret. */
    public String id() {
        return id;
    }

    /** App that it opens. */
    public String appId() {
        return appId;
    }

    /** When it was made. */
    public Instant createdAt() {
        return createdAt;
    }

    /** Name of the key, unique within its app. */
    public String name() {
        return name;
    }

    /** Makes another key the one that opens; the old one no longer does. */
    public void replaceBy(String key, Instant now) {
        if (!opensWith(key)) {
            keyHash = hash(key);
            createdAt = now;
        }
    }

    /** Tells, in a time that does not depend on the guess, whether this is the key. */
    public boolean opensWith(String key) {
        return MessageDigest.isEqual(
                hash(key).getBytes(StandardCharsets.US_ASCII), keyHash.getBytes(StandardCharsets.US_ASCII));
    }

    private static String hash(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
