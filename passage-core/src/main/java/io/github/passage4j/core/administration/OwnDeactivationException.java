package io.github.passage4j.core.administration;

/** Administrators can't deactivate themselves: nobody might be left who could undo it. */
public final class OwnDeactivationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OwnDeactivationException() {
        super("Administrators can't deactivate themselves");
    }
}
