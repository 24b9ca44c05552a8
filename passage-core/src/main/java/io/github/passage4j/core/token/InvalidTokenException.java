package io.github.passage4j.core.token;

import org.jspecify.annotations.Nullable;

/** A token was refused. That is the caller's fault (401), never a failure of the server. The message holds no part of the token. */
public final class InvalidTokenException extends RuntimeException {

    /** Why a token is refused: one value for each check of {@link TokenVerifier}. */
    public enum Reason {
        /** Longer than {@link TokenVerifier#MAX_LENGTH}. */
        TOO_LONG,
        /**
         * Not three parts of canonical base64url (RFC 7515 §7.1), not JSON objects with each member once (RFC 7515 §4), or a member has another
         * type than its specification says.
         */
        MALFORMED,
        /** {@code alg} is absent or not RS256 (RFC 8725 §3.1). */
        ALGORITHM,
        /** {@code typ} is present and not JWT. */
        TYPE,
        /** {@code crit} or {@code b64} is present: an extension that is not understood must not be ignored (RFC 7515 §4.1.11). */
        CRITICAL_HEADER,
        /** {@code kid} is absent, overlong, or not that of a published key. */
        UNKNOWN_KEY,
        /** The signature does not fit. */
        SIGNATURE,
        /** {@code aud} does not contain the app id (RFC 7519 §4.1.3). */
        AUDIENCE,
        /** {@code iss} is present and not the issuer of the app (RFC 7519 §4.1.1). */
        ISSUER,
        /** {@code sub} is absent or not 1 to 64 visible ASCII characters (RFC 7519 §4.1.2). */
        SUBJECT,
        /** {@code exp} is absent or past (RFC 7519 §4.1.4). */
        EXPIRED,
        /** {@code nbf} or {@code iat} is in the future (RFC 7519 §4.1.5, §4.1.6). */
        NOT_YET_VALID,
        /** The request carries another valid token, of another user. */
        CONTRADICTED
    }

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    InvalidTokenException(Reason reason, String message) {
        this(reason, message, null);
    }

    InvalidTokenException(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
