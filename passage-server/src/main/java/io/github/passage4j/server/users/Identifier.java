package io.github.passage4j.server.users;

import io.github.passage4j.server.wire.PassageException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The e-mail address that names an account, in the one form in which it is compared: composed (NFC), trimmed, lower case.
 *
 * @param email at most 254 characters
 */
public record Identifier(String email) {

    private static final int LONGEST = 254;

    /** No blanks, no control or format characters, nothing that has a meaning in a mail header. */
    private static final Pattern EMAIL =
            Pattern.compile("[^\\s\\p{C}\\p{Z}@\"<>(),;:\\\\\\[\\]]{1,64}@(?:" + label() + "\\.)+" + label());

    /**
     * Reads an identifier.
     *
     * @throws PassageException 400 when it is missing or not an e-mail address
     */
    public static Identifier parse(@Nullable String text) {
        return parse("identifier", text);
    }

    /**
     * Reads an identifier.
     *
     * @param field where it was given
     * @throws PassageException 400 when it is missing or not an e-mail address
     */
    public static Identifier parse(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            throw PassageException.invalid(field, "is required");
        }
        String email = Normalizer.normalize(text.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        if (email.length() > LONGEST || !EMAIL.matcher(email).matches()) {
            throw PassageException.invalid(field, "must be an e-mail address");
        }
        return new Identifier(email);
    }

    /** Says nothing: an address is personal. */
    @Override
    public String toString() {
        return "Identifier[email]";
    }

    private static String label() {
        return "[\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N}-]{0,61}[\\p{L}\\p{M}\\p{N}])?";
    }
}
