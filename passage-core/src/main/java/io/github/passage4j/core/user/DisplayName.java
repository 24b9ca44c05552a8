package io.github.passage4j.core.user;

import java.util.Optional;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a user's name. It is stored exactly as typed, without the blanks at its ends, or refused:
 *
 * <ul>
 *   <li>1 to {@value #MAX_LENGTH} characters, counted as Unicode code points, at least one of which is visible.
 *   <li>No control characters. That includes the line and paragraph separators, which break lines as a control character does, and the
 *       embeddings, overrides and isolates of bidirectional text, which reorder what stands beside the name. The marks LRM, RLM and ALM and
 *       the joiners, which names in Arabic, Hebrew, Persian or Indic scripts and emoji need, are fine.
 *   <li>No unpaired surrogates and no noncharacters: neither can be written as UTF-8 and XML.
 * </ul>
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

    /** The name as it is stored: without white space, of any kind, at its ends. */
    public static String normalize(String typed) {
        int start = 0;
        int end = typed.length();
        while (start < end && isBlank(typed.charAt(start))) {
            start++;
        }
        while (start < end && isBlank(typed.charAt(end - 1))) {
            end--;
        }
        return typed.substring(start, end);
    }

    /** What is wrong with the name once it is {@linkplain #normalize normalized}, or empty when it may be stored. */
    public static Optional<Problem> problemOf(String typed) {
        return Optional.ofNullable(firstProblem(normalize(typed)));
    }

    private static @Nullable Problem firstProblem(String name) {
        if (name.codePointCount(0, name.length()) > MAX_LENGTH) {
            return Problem.TOO_LONG;
        }
        if (has(name, DisplayName::isControl)) {
            return Problem.CONTROL_CHARACTER;
        }
        if (has(name, DisplayName::isNoCharacter)) {
            return Problem.MALFORMED;
        }
        return has(name, DisplayName::isVisible) ? null : Problem.BLANK;
    }

    private static boolean has(String name, IntPredicate property) {
        return name.codePoints().anyMatch(property);
    }

    /** All blanks of Unicode are in the Basic Multilingual Plane. */
    private static boolean isBlank(int point) {
        return Character.isWhitespace(point) || Character.isSpaceChar(point);
    }

    private static boolean isControl(int point) {
        boolean separator = point == 0x2028 || point == 0x2029;
        boolean reorders = (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
        return Character.isISOControl(point) || separator || reorders;
    }

    private static boolean isNoCharacter(int point) {
        boolean noncharacter = (point & 0xFFFE) == 0xFFFE || (point >= 0xFDD0 && point <= 0xFDEF);
        return noncharacter || Character.getType(point) == Character.SURROGATE;
    }

    /** Neither a blank nor a format character, nor one of the letters and symbols that are drawn as nothing. */
    private static boolean isVisible(int point) {
        boolean filler = point == 0x115F || point == 0x1160 || point == 0x3164 || point == 0xFFA0 || point == 0x2800;
        boolean selector =
                point == 0x034F || (point >= 0xFE00 && point <= 0xFE0F) || (point >= 0xE0100 && point <= 0xE01EF);
        return !isBlank(point) && Character.getType(point) != Character.FORMAT && !filler && !selector;
    }
}
