package io.github.passage4j.core.administration;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an administrator may do to a user. */
public enum AdminAction {
    /** Lets the user sign in (again). */
    ACTIVATE,
    /** Keeps the user from signing in, and ends the sessions. */
    DEACTIVATE,
    /** Removes one passkey. */
    REVOKE_PASSKEY,
    /** Ends all sessions that are kept by a refresh token. */
    END_SESSIONS;

    /** The action as addresses and texts name it, such as {@code revoke-passkey}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The action of this {@link #key()}. */
    public static Optional<AdminAction> ofKey(String key) {
        return Arrays.stream(values())
                .filter(action -> action.key().equals(key))
                .findFirst();
    }
}
