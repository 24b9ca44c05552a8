package io.github.passage4j.server.users;

import io.github.passage4j.server.wire.ErrorCode;
import io.github.passage4j.server.wire.PassageException;

/** What callers are told when an account is not what they need. Mobile clients compare {@code user: already exists.} */
public final class UserRefusals {

    private UserRefusals() {}

    /** 404: there is none. */
    public static PassageException unknown() {
        return new PassageException(ErrorCode.USER_NOT_FOUND, "There is no such user.");
    }

    /** 403: it is deactivated. */
    public static PassageException inactive() {
        return new PassageException(ErrorCode.USER_NOT_ACTIVE, "user: is not active.");
    }

    /** 400: there is one already. */
    public static PassageException exists() {
        return new PassageException(ErrorCode.INVALID_REQUEST, "user: already exists.");
    }
}
