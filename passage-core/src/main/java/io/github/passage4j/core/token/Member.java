package io.github.passage4j.core.token;

import io.github.passage4j.core.token.InvalidTokenException.Reason;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Typed reading of the members of a header or claims set. A member of another type than its specification says makes the token malformed. */
final class Member {

    private static final BigDecimal LATEST = BigDecimal.valueOf(253_402_300_799L); // the last second of year 9999
    private static final int NANO_DIGITS = 9;
    private static final int MAX_EXPONENT = 12;

    private Member() {}

    static @Nullable String text(Map<String, @Nullable Object> object, String name) {
        if (!object.containsKey(name)) {
            return null;
        }
        if (object.get(name) instanceof String text) {
            return text;
        }
        throw wrongType(name, "a string");
    }

    /** One string, or an array of them (RFC 7519 §4.1.3); empty when absent. */
    static List<String> texts(Map<String, @Nullable Object> object, String name) {
        if (!(object.get(name) instanceof List<?> values)) {
            String single = text(object, name);
            return single == null ? List.of() : List.of(single);
        }
        List<String> texts = new ArrayList<>();
        for (Object value : values) {
            if (!(value instanceof String text)) {
                throw wrongType(name, "a string or an array of strings");
            }
            texts.add(text);
        }
        return texts;
    }

    /** Seconds since 1970, perhaps with a fraction (NumericDate, RFC 7519 §2), up to the year 9999. */
    static @Nullable Instant time(Map<String, @Nullable Object> object, String name) {
        if (!object.containsKey(name)) {
            return null;
        }
        if (object.get(name) instanceof BigDecimal seconds && isTime(seconds)) {
            long whole = seconds.longValue();
            BigDecimal fraction = seconds.subtract(BigDecimal.valueOf(whole));
            return Instant.ofEpochSecond(
                    whole, fraction.movePointRight(NANO_DIGITS).longValue());
        }
        throw wrongType(name, "a time in seconds since 1970");
    }

    /** Bounds the exponent first: arithmetic with {@code 1e-999999999} would take as long as it looks. */
    private static boolean isTime(BigDecimal seconds) {
        return seconds.scale() <= NANO_DIGITS
                && seconds.scale() >= -MAX_EXPONENT
                && seconds.signum() >= 0
                && seconds.compareTo(LATEST) <= 0;
    }

    private static InvalidTokenException wrongType(String name, String expected) {
        return new InvalidTokenException(Reason.MALFORMED, name + " must be " + expected);
    }
}
