package io.github.passage4j.core.administration;

import java.util.Locale;

/** What became of a change. */
public enum Outcome {
    /** Passage made it. */
    DONE,
    /** Passage does not know the user or the passkey (any more): nothing was changed. */
    GONE,
    /** Passage refused: nothing was changed. */
    REFUSED,
    /** Passage failed or gave no answer, or has not answered yet: it may have been made or not. */
    UNKNOWN;

    /** The outcome as texts name it, such as {@code done}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
