package io.github.passage4j.server.users;

import io.github.passage4j.server.wire.PassageException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A phone number as E.164 writes it: {@code +491701234567}.
 *
 * @param value plus sign and 7 to 15 digits
 */
public record PhoneNumber(String value) implements Identifier {

    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");

    /**
     * Reads a phone number.
     *
     * @param field where it was given
     * @throws PassageException 400 when it is missing or none
     */
    public static PhoneNumber parse(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            throw PassageException.invalid(field, "is required");
        }
        return find(text)
                .orElseThrow(() -> PassageException.invalid(field, "must be a phone number such as +491701234567"));
    }

    /** The phone number that a text is; empty when it is none. */
    static Optional<PhoneNumber> find(String text) {
        return Optional.of(text.strip())
                .filter(value -> E164.matcher(value).matches())
                .map(PhoneNumber::new);
    }

    /** Says nothing: a number is personal. */
    @Override
    public String toString() {
        return "PhoneNumber[***]";
    }
}
