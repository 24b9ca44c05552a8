package io.github.passage4j.server.users;

import io.github.passage4j.server.wire.PassageException;
import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The e-mail address that names an account, in the one form in which it is compared: trimmed, compatibility characters replaced
 * (NFKC), cases folded, the domain in ASCII (RFC 3490, as {@link IDN} has it). So an address that only looks different is the same account.
 *
 * @param value at most 254 characters
 */
public record EmailAddress(String value) implements Identifier {

    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL = 64;
    private static final String SPECIALS = "!#$%&'*+/=?^_`{|}~-";

    /** Letters, digits and what RFC 5322 §3.2.3 allows besides; letters of any script (RFC 6531). */
    private static final String ATOM = "[\\p{L}\\p{N}" + SPECIALS + "][\\p{L}\\p{M}\\p{N}" + SPECIALS + "]*";

    private static final Pattern LOCAL = Pattern.compile(ATOM + "(?:\\." + ATOM + ")*");

    /** What may become a domain: nothing that the conversion to ASCII would quietly drop. */
    private static final Pattern ANY_DOMAIN = Pattern.compile("[\\p{L}\\p{M}\\p{N}.\\u3002-]+");

    /** The last label begins with a letter, so that no address made of numbers passes. */
    private static final Pattern DOMAIN =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\\.)+[a-z](?:[a-z0-9-]*[a-z0-9])");

    /**
     * Reads an identifier.
     *
     * @throws PassageException 400 when it is missing or not an e-mail address
     */
    public static EmailAddress parse(@Nullable String text) {
        return parse(FIELD, text);
    }

    /**
     * Reads an identifier.
     *
     * @param field where it was given
     * @throws PassageException 400 when it is missing or not an e-mail address
     */
    public static EmailAddress parse(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            throw PassageException.invalid(field, "is required");
        }
        String email = normalForm(text);
        if (email.length() > LONGEST || !isAddress(email)) {
            throw PassageException.invalid(field, "must be an e-mail address");
        }
        return new EmailAddress(email);
    }

    /** The form in which a text is compared with identifiers; also of what is no address, and then finds none. */
    static String normalForm(String text) {
        String folded = Normalizer.normalize(fold(text.strip()), Normalizer.Form.NFKC);
        int at = folded.lastIndexOf('@');
        return at < 0 ? folded : folded.substring(0, at + 1) + ascii(folded.substring(at + 1));
    }

    private static boolean isAddress(String email) {
        int at = email.lastIndexOf('@');
        return at > 0
                && at <= LONGEST_LOCAL
                && LOCAL.matcher(email.substring(0, at)).matches()
                && DOMAIN.matcher(email.substring(at + 1)).matches();
    }

    /** Letter by letter, both ways: a text as a whole would keep the two small forms of sigma apart. */
    private static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .codePoints()
                .map(Character::toUpperCase)
                .map(Character::toLowerCase)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String ascii(String domain) {
        if (!ANY_DOMAIN.matcher(domain).matches()) {
            return domain;
        }
        try {
            return IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return domain;
        }
    }

    /** Says nothing: an address is personal. */
    @Override
    public String toString() {
        return "EmailAddress[***]";
    }
}
