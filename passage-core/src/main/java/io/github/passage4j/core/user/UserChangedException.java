package io.github.passage4j.core.user;

import org.jspecify.annotations.Nullable;

/** The row is not in the version that was to be changed, or somebody else changed it at the same moment; nothing was stored. */
public final class UserChangedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UserChangedException(@Nullable Throwable cause) {
        super("The row has been changed in the meantime", cause);
    }
}
