package io.github.passage4j.server.users;

import io.github.passage4j.server.wire.PassageException;
import java.util.regex.Pattern;

/**
 * A phone number as E.164 writes it: {@code +491701234567}.
 *
 * @param value plus sign and 7 to 15 digits
 */
public record PhoneNumber(String value) {

    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");

    /**
     * Reads a phone number.
     *
     * @param field where it was given
     * @throws PassageException 400 when it is none
     */
    public static PhoneNumber parse(String field, String text) {
        String value = text.strip();
        if (!E164.matcher(value).matches()) {
            throw PassageException.invalid(field, "must be a phone number such as +491701234567");
        }
        return new PhoneNumber(value);
    }

    /** Says nothing: a number is personal. */
    @Override
    public String toString() {
        return "PhoneNumber[***]";
    }
}
