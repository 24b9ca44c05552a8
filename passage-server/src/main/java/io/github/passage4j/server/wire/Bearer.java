package io.github.passage4j.server.wire;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the header {@code Authorization: Bearer <token>} (RFC 6750 §2.1). */
public final class Bearer {

    private static final Pattern HEADER = Pattern.compile("(?i:Bearer) +([\\x21-\\x7E]{1,8192})");

    private Bearer() {}

    /** Returns the token of a header; empty when there is no header or it is of another kind. */
    public static Optional<String> token(@Nullable String header) {
        return Optional.ofNullable(header)
                .map(HEADER::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1));
    }
}
