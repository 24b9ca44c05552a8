package io.github.passage4j.server.credential;

import io.github.passage4j.server.webauthn.Bytes;
import io.github.passage4j.server.webauthn.CredentialRecord;
import io.github.passage4j.server.webauthn.VerifiedAssertion;
import io.github.passage4j.server.webauthn.VerifiedRegistration;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A passkey of a user, as far as the Relying Party knows it. Two are equal when their credential ids are. */
@Entity
@Table(name = "passage_credential")
public class Credential {

    /** The transports of WebAuthn L3 §5.8.4 and its forerunners; others are not kept. */
    private static final List<String> TRANSPORTS =
            List.of("usb", "nfc", "ble", "smart-card", "hybrid", "internal", "cable");

    @Id
    private String id;

    @Column(name = "app_id")
    private String appId;

    @Column(name = "user_id")
    private String userId;

    @Column(name = "credential_id")
    private String credentialId;

    @Column(name = "credential_id_hash")
    private String credentialIdHash;

    @Column(name = "public_key")
    private String publicKey;

    @Column(name = "sign_count")
    private long signCount;

    private String aaguid;
    private String transports;

    @Column(name = "backup_eligible")
    private boolean backupEligible;

    @Column(name = "backup_state")
    private boolean backupState;

    @Column(name = "friendly_name")
    private String friendlyName;

    @Column(name = "usage_count")
    private int usageCount;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Column(name = "last_login_at")
    private Instant lastLoginAt;

    private boolean unconfirmed;

    @Column(name = "user_handle")
    private @Nullable String userHandle;

    @Version
    private long version;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected Credential() {}

    /**
     * A credential that was just registered, which counts as its first use.
     *
     * @param id identifier of the device, 24 characters
     * @param appId app of the user
     * @param userId owner
     * @param registration what was verified
     * @param friendlyName name for people, at most 64 characters
     * @param now time of registration
     */
    public Credential(
            String id,
            String appId,
            String userId,
            VerifiedRegistration registration,
            String friendlyName,
            Instant now) {
        this(id, appId, userId, registration.credential(), registration.transports(), friendlyName, now);
    }

    private Credential(
            String id,
            String appId,
            String userId,
            CredentialRecord credential,
            Set<String> transports,
            String friendlyName,
            Instant now) {
        this.id = id;
        this.appId = appId;
        this.userId = userId;
        this.credentialId = credential.credentialId().toBase64Url();
        this.credentialIdHash = hash(credential.credentialId());
        this.publicKey = credential.publicKey().toBase64Url();
        this.signCount = credential.signCount();
        this.aaguid = credential.aaguid();
        this.transports =
                transports.stream().filter(TRANSPORTS::contains).sorted().collect(Collectors.joining(","));
        this.backupEligible = credential.backupEligible();
        this.backupState = credential.backupState();
        this.friendlyName = friendlyName;
        this.usageCount = 1;
        this.createdAt = now;
        this.updatedAt = now;
        this.lastLoginAt = now;
    }

    /**
     * A credential that was registered elsewhere.
     *
     * @param credential its public key is empty when nobody handed it over; then nobody can sign in with it
     * @param userHandle that the authenticator keeps with it; null for the user's id
     * @param friendlyName as {@link FriendlyName#check} made it
     * @param createdAt time of registration
     */
    public static Credential restored(
            String id,
            String appId,
            String userId,
            CredentialRecord credential,
            Set<String> transports,
            @Nullable Bytes userHandle,
            String friendlyName,
            Instant createdAt,
            Instant now) {
        Credential restored = new Credential(id, appId, userId, credential, transports, friendlyName, createdAt);
        restored.userHandle = userHandle == null ? null : userHandle.toBase64Url();
        restored.updatedAt = now;
        return restored;
    }

    /** Takes over the public key, and what goes with it, of a credential that came without. */
    public void complete(CredentialRecord found, Instant now) {
        publicKey = found.publicKey().toBase64Url();
        signCount = found.signCount();
        backupEligible = found.backupEligible();
        backupState = found.backupState();
        updatedAt = now;
    }

    /** Whether the public key is known, so that somebody can sign in with it. */
    public boolean hasPublicKey() {
        return !publicKey.isEmpty();
    }

    /** Remembers a login with this credential. */
    public void recordUse(VerifiedAssertion assertion, Instant now) {
        signCount = assertion.signCount();
        backupState = assertion.backupState();
        usageCount++;
        lastLoginAt = now;
        updatedAt = now;
    }

    /** Gives the passkey another name, as {@link FriendlyName#check} made it. */
    public void rename(String name, Instant now) {
        friendlyName = name;
        updatedAt = now;
    }

    /** Marks the passkey as one that somebody else may have made: the owner of the address came after it. */
    public void doubt(Instant now) {
        unconfirmed = true;
        updatedAt = now;
    }

    /** Remembers that the owner keeps the passkey. */
    public void confirm(Instant now) {
        if (unconfirmed) {
            unconfirmed = false;
            updatedAt = now;
        }
    }

    /** Whether somebody else may have made the passkey, and the owner has not said otherwise. */
    public boolean isUnconfirmed() {
        return unconfirmed;
    }

    /** What an assertion is verified by. */
    public CredentialRecord toRecord() {
        return new CredentialRecord(
                Bytes.ofBase64Url(credentialId),
                Bytes.ofBase64Url(publicKey),
                aaguid,
                signCount,
                backupEligible,
                backupState);
    }

    /** Identifier of the device on the wire. */
    public String id() {
        return id;
    }

    /** App of the owner. */
    public String appId() {
        return appId;
    }

    /** Passage id of the owner. */
    public String userId() {
        return userId;
    }

    /** The user handle that the authenticator keeps with the passkey, where it is not the user's id. */
    public Optional<Bytes> userHandle() {
        return Optional.ofNullable(userHandle).map(Bytes::ofBase64Url);
    }

    /** The credential id in base64url, as browsers write it. */
    public String credentialId() {
        return credentialId;
    }

    /** How the authenticator can be reached, ordered by name; empty when unknown. */
    public List<String> transports() {
        return transports.isEmpty() ? List.of() : Arrays.asList(transports.split(",", -1));
    }

    /** Name for people. */
    public String friendlyName() {
        return friendlyName;
    }

    /** How often it was used, registration included. */
    public int usageCount() {
        return usageCount;
    }

    /** When it was registered. */
    public Instant createdAt() {
        return createdAt;
    }

    /** When anything about it last changed. */
    public Instant updatedAt() {
        return updatedAt;
    }

    /** When it was last used. */
    public Instant lastLoginAt() {
        return lastLoginAt;
    }

    /** The key under which a credential id is found. */
    static String hash(Bytes credentialId) {
        return credentialId.sha256().toBase64Url();
    }

    String credentialIdHash() {
        return credentialIdHash;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Credential that && credentialIdHash.equals(that.credentialIdHash);
    }

    @Override
    public int hashCode() {
        return credentialIdHash.hashCode();
    }
}
