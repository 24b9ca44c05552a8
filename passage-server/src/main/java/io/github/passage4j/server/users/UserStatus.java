package io.github.passage4j.server.users;

import java.util.Locale;

/** Where an account stands. */
public enum UserStatus {
    /** Signed up, never signed in: whoever has the address may start over. */
    PENDING,
    /** Has signed in. */
    ACTIVE,
    /** Deactivated by an administrator. */
    INACTIVE;

    /** The status on the wire. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
