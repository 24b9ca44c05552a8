package io.github.passage4j.server.webauthn;

/** A ceremony was refused. The message is fit for a log: it holds no challenge, key or personal data. */
public class CeremonyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final int LONGEST_VALUE = 100;

    /** Why a ceremony is refused. */
    public enum Reason {
        /** The handshake is not there: never was, or was used before. */
        HANDSHAKE_UNKNOWN,
        /** The handshake waited too long. */
        HANDSHAKE_EXPIRED,
        /** The handshake was made for another user than the one named. */
        HANDSHAKE_OF_ANOTHER_USER,
        /** Client data, attestation object or authenticator data can't be read. */
        MALFORMED_RESPONSE,
        /** Client data of another kind of ceremony (§7.1 step 7, §7.2 step 10). */
        WRONG_TYPE,
        /** Another challenge was signed (§7.1 step 8, §7.2 step 11). */
        WRONG_CHALLENGE,
        /** Another origin than that of the app (§7.1 step 9, §7.2 step 12). */
        WRONG_ORIGIN,
        /** Made inside a frame of a foreign page (§7.1 steps 10 and 11, §7.2 steps 13 and 14). */
        CROSS_ORIGIN,
        /** Made for another RP ID (§7.1 step 14, §7.2 step 15). */
        WRONG_RP_ID,
        /** Nobody was there (§7.1 step 15, §7.2 step 16). */
        USER_NOT_PRESENT,
        /** Nobody was recognised (§7.1 step 16, §7.2 step 17). */
        USER_NOT_VERIFIED,
        /** Backed up without being eligible for it (§7.1 step 17, §7.2 step 18). */
        BACKUP_STATE_IMPOSSIBLE,
        /** Backup eligibility is not what it was at registration (§7.2 step 19). */
        BACKUP_ELIGIBILITY_CHANGED,
        /** A key of an algorithm that was not offered (§7.1 step 20). */
        ALGORITHM_NOT_OFFERED,
        /** An RSA key of less than 2048 bits. */
        KEY_TOO_WEAK,
        /** A key that does not fit its algorithm, or with which no signature can be verified. */
        KEY_UNUSABLE,
        /** The attestation statement contradicts itself (§7.1 step 22). */
        ATTESTATION_INVALID,
        /** No statement, though the app asks for one (§7.1 step 24). */
        ATTESTATION_MISSING,
        /** A statement that leads to no trusted root (§7.1 step 24). */
        ATTESTATION_NOT_TRUSTED,
        /** An authenticator of a model that the app does not take. */
        AUTHENTICATOR_NOT_ALLOWED,
        /** A credential id longer than 1023 bytes (§7.1 step 25). */
        CREDENTIAL_ID_TOO_LONG,
        /** The id beside the response is not the id in the attested credential data. */
        CREDENTIAL_ID_MISMATCH,
        /** The credential is known already, to this account or another (§7.1 step 26). */
        CREDENTIAL_ALREADY_REGISTERED,
        /** No such credential in the app (§7.2 step 6). */
        CREDENTIAL_UNKNOWN,
        /** The credential came from another server without its public key: the owner has to make a new one (§7.2 step 6). */
        PUBLIC_KEY_NOT_KNOWN,
        /** The credential is not among those that the start call named (§7.2 step 5). */
        CREDENTIAL_NOT_ALLOWED,
        /** The credential belongs to another user than the one who signs in (§7.2 steps 5 and 6). */
        CREDENTIAL_OF_ANOTHER_USER,
        /** The user handle is not that of the credential's owner (§7.2 step 6). */
        USER_HANDLE_MISMATCH,
        /** The signature is not that of the credential (§7.2 step 21). */
        SIGNATURE_INVALID,
        /** The signature counter did not grow: the authenticator may have been cloned (§7.2 step 22). */
        COUNTER_NOT_INCREASED
    }

    private final Reason reason;

    /** A refusal for which the reason says it all. */
    public CeremonyException(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    /** A refusal because of a failure further down, whose text stays there: it may quote the response. */
    CeremonyException(Reason reason, Throwable cause) {
        super(reason.name() + " (" + cause.getClass().getSimpleName() + ")");
        this.reason = reason;
    }

    /**
     * A refusal of one value where another was expected.
     *
     * @param actual from outside; cut to 100 characters, without control characters
     */
    CeremonyException(Reason reason, Object expected, Object actual) {
        super(reason.name() + " (expected " + expected + ", actual " + printable(actual) + ")");
        this.reason = reason;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }

    private static String printable(Object value) {
        String text = value.toString().replaceAll("[^\\x20-\\x7E]", "?");
        return text.length() > LONGEST_VALUE ? text.substring(0, LONGEST_VALUE) + "..." : text;
    }
}
