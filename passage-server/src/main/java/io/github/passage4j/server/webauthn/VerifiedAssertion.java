package io.github.passage4j.server.webauthn;

/** An assertion that passed every check of WebAuthn L3 §7.2 from step 7 on. Only a {@link RelyingParty} makes one. */
public final class VerifiedAssertion {

    private final Bytes credentialId;
    private final long signCount;
    private final boolean backupState;

    VerifiedAssertion(Bytes credentialId, long signCount, boolean backupState) {
        this.credentialId = credentialId;
        this.signCount = signCount;
        this.backupState = backupState;
    }

    /** Which credential signed. */
    public Bytes credentialId() {
        return credentialId;
    }

    /** Signature counter to remember. */
    public long signCount() {
        return signCount;
    }

    /** Whether the credential is synced now. */
    public boolean backupState() {
        return backupState;
    }
}
