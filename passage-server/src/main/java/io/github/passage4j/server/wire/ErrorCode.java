package io.github.passage4j.server.wire;

import java.util.Locale;

/** The error codes that clients know, each with its usual status (Passage contract, Auth API and Management API). */
public enum ErrorCode {
    /** Something in the request is missing or wrong. */
    INVALID_REQUEST(400),
    /** A login that named its user failed. */
    WEBAUTHN_LOGIN_FAILED(401),
    /** A login by a passkey picked in the browser failed. */
    DISCOVERABLE_LOGIN_FAILED(401),
    /** No usable user token or API key. */
    INVALID_ACCESS_TOKEN(401),
    /** Too many wrong codes. */
    EXCEEDED_ATTEMPTS(401),
    /** The refresh token is unknown, ended, or was used before. */
    INVALID_REFRESH_TOKEN(401),
    /** The identifier must be verified first. */
    IDENTIFIER_NOT_VERIFIED(403),
    /** The app does not allow this. */
    OPERATION_NOT_ALLOWED(403),
    /** The account is deactivated. */
    USER_NOT_ACTIVE(403),
    /** There is no such app. */
    APP_NOT_FOUND(404),
    /** There is no such user in the app. */
    USER_NOT_FOUND(404),
    /** There is no such magic link, or no more, or nobody opened it yet. */
    MAGIC_LINK_NOT_FOUND(404),
    /** The user has no such social connection. */
    SOCIAL_CONNECTION_NOT_FOUND(404),
    /** The app has no such API key. */
    API_KEY_NOT_FOUND(404),
    /** Ours: the user has no such sign-in. */
    SESSION_NOT_FOUND(404),
    /** The user has no such passkey. */
    DEVICE_NOT_FOUND(404),
    /** Our fault. */
    INTERNAL_SERVER_ERROR(500);

    private final int status;

    ErrorCode(int status) {
        this.status = status;
    }

    /** The HTTP status that goes with the code. */
    public int status() {
        return status;
    }

    /** The code as it stands in an answer, such as {@code invalid_request}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
