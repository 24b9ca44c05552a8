package io.github.passage4j.server.mail;

import org.jspecify.annotations.Nullable;

/**
 * A message to one person.
 *
 * @param to e-mail address
 * @param subject one line
 * @param text for readers without HTML
 * @param html the same as a page
 * @param otp the code in it; null when there is none
 * @param magicLink the link in it; null when there is none
 */
public record Mail(
        String to,
        String subject,
        String text,
        String html,
        @Nullable String otp,
        @Nullable String magicLink) {

    /** Refuses whatever could be taken for a further header. */
    public Mail {
        requireOneLine("to", to);
        requireOneLine("subject", subject);
    }

    /** Says nothing: it is personal and holds secrets. */
    @Override
    public String toString() {
        return "Mail[***]";
    }

    private static void requireOneLine(String field, String value) {
        if (value.isBlank() || value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(field + ": must be one line without control characters");
        }
    }
}
