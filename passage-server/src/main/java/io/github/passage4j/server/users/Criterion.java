package io.github.passage4j.server.users;

import io.github.passage4j.server.wire.PassageException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One condition on a list of accounts, such as {@code login_count=<gt:3>} (Passage contract 4.3).
 *
 * @param value a String, an Integer or an Instant, as the field has it
 */
public record Criterion(Field field, Operator operator, Object value) {

    private static final Pattern FORM = Pattern.compile("<([a-z_]+):(.*)>", Pattern.DOTALL);

    /** What can be asked for. All but the identifier can order a list, too. */
    public enum Field {
        /** E-mail address or phone number. */
        IDENTIFIER(String.class),
        /** Passage id. */
        ID(String.class),
        /** {@code active}, {@code inactive} or {@code pending}. */
        STATUS(String.class),
        /** Number of sign-ins. */
        LOGIN_COUNT(Integer.class),
        /** Time of sign-up. */
        CREATED_AT(Instant.class),
        /** Time of the last change. */
        UPDATED_AT(Instant.class),
        /** Time of the last sign-in; the year 1 for none. */
        LAST_LOGIN_AT(Instant.class);

        private final Class<?> type;

        Field(Class<?> type) {
            this.type = type;
        }

        /** The name on the wire. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        private Object read(String text) {
            try {
                if (type == Instant.class) {
                    return Instant.parse(text);
                }
                if (type == Integer.class) {
                    return Integer.valueOf(text);
                }
            } catch (DateTimeParseException e) {
                throw PassageException.invalid(text(), "must be a time such as 2025-03-04T05:06:07.089123Z");
            } catch (NumberFormatException e) {
                throw PassageException.invalid(text(), "must be a whole number");
            }
            return this == IDENTIFIER ? EmailAddress.normalForm(text) : text;
        }
    }

    /** How a field and a value are compared. */
    public enum Operator {
        /** Exactly the same. */
        EQ,
        /** Not the same. */
        NE,
        /** Greater or later. */
        GT,
        /** Less or earlier. */
        LT,
        /** Has the value somewhere in it. */
        LIKE,
        /** Has it nowhere. */
        NOT_LIKE
    }

    private static final Set<Operator> FOR_TEXT_ONLY = Set.of(Operator.LIKE, Operator.NOT_LIKE);

    /**
     * Reads a condition.
     *
     * @param text the value alone, which means equality, or {@code <operator:value>}
     * @throws PassageException 400 with the field's name when it can't be honoured
     */
    static Criterion parse(Field field, String text) {
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw PassageException.invalid(field.text(), "must not contain control characters");
        }
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return new Criterion(field, Operator.EQ, field.read(text));
        }
        Operator operator = operator(field, matcher.group(1));
        return new Criterion(field, operator, field.read(matcher.group(2)));
    }

    private static Operator operator(Field field, String name) {
        for (Operator operator : Operator.values()) {
            boolean fits = field.type == String.class || !FOR_TEXT_ONLY.contains(operator);
            if (operator != Operator.EQ
                    && fits
                    && operator.name().toLowerCase(Locale.ROOT).equals(name)) {
                return operator;
            }
        }
        throw PassageException.invalid(field.text(), "has no operator " + name);
    }
}
