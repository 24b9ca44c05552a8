package io.github.passage4j.server.token;

/** A token was refused. */
public class InvalidTokenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why a token is refused. */
    public enum Reason {
        /** Not a signed JWT. */
        MALFORMED,
        /** Another algorithm than RS256, or another type than JWT. */
        ALGORITHM,
        /** No key id, or one that is not ours. */
        UNKNOWN_KEY,
        /** The signature is not that of the key. */
        SIGNATURE,
        /** Of another issuer. */
        ISSUER,
        /** Meant for another app. */
        AUDIENCE,
        /** No longer good, or without an end. */
        EXPIRED,
        /** Not good yet. */
        NOT_YET_VALID,
        /** Names nobody. */
        SUBJECT
    }

    private final Reason reason;

    /** A refusal for one reason. */
    public InvalidTokenException(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }
}
