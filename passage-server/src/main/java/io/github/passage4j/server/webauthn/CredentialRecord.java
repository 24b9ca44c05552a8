package io.github.passage4j.server.webauthn;

/**
 * What was kept of a credential (WebAuthn L3 §4, "credential record").
 *
 * @param credentialId its id
 * @param publicKey COSE key
 * @param aaguid model of the authenticator, as UUID
 * @param signCount last seen signature counter
 * @param backupEligible whether it may be synced; never changes
 * @param backupState whether it was synced when last seen
 */
public record CredentialRecord(
        Bytes credentialId,
        Bytes publicKey,
        String aaguid,
        long signCount,
        boolean backupEligible,
        boolean backupState) {}
