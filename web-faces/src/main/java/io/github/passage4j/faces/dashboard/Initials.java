package io.github.passage4j.faces.dashboard;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The letters in the circle beside a name. */
final class Initials {

    private Initials() {}

    /** The first letter of the first word and of the last, in upper case; empty when no word starts with a letter or digit. */
    static String of(String name) {
        List<String> letters = Arrays.stream(name.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)))
                .filter(first -> Character.isLetterOrDigit(first.codePointAt(0)))
                .toList();
        if (letters.isEmpty()) {
            return "";
        }
        String initials = letters.size() == 1 ? letters.get(0) : letters.get(0) + letters.get(letters.size() - 1);
        return initials.toUpperCase(Locale.ROOT);
    }
}
