package io.github.passage4j.core.user;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a user's name: 1 to {@value #MAX_LENGTH} characters (Unicode code points) after trimming, no control characters, no unpaired
 * surrogates. Everything else is stored as it was typed.
 */
public final class DisplayName {

    /** Most characters of a name, counted as code points. */
    public static final int MAX_LENGTH = 100;

    /** What is wrong with a name. */
    public enum Problem {
        BLANK("must not be blank"),
        TOO_LONG("must be at most " + MAX_LENGTH + " characters"),
        CONTROL_CHARACTER("must not contain control characters"),
        MALFORMED("must be well-formed Unicode text");

        private final String message;

        Problem(String message) {
            this.message = message;
        }

        /** The problem as the end of a sentence that starts with the field's name. */
        public String message() {
            return message;
        }
    }

    private DisplayName() {}

    /** The name as it is stored: without white space at its ends. */
    public static String normalize(String typed) {
        return typed.strip();
    }

    /** What is wrong with the name once it is {@linkplain #normalize normalized}, or empty when it may be stored. */
    public static Optional<Problem> problemOf(String typed) {
        return Optional.ofNullable(firstProblem(normalize(typed)));
    }

    private static @Nullable Problem firstProblem(String name) {
        if (name.isEmpty()) {
            return Problem.BLANK;
        }
        if (name.codePointCount(0, name.length()) > MAX_LENGTH) {
            return Problem.TOO_LONG;
        }
        if (name.codePoints().anyMatch(Character::isISOControl)) {
            return Problem.CONTROL_CHARACTER;
        }
        boolean unpaired = name.codePoints().anyMatch(point -> Character.getType(point) == Character.SURROGATE);
        return unpaired ? Problem.MALFORMED : null;
    }
}
