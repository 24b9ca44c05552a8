package io.github.passage4j.server.apps;

import java.util.Locale;

/** What the people of an app sign in with ({@code allowed_identifier} of Passage contract 3.3). */
public enum AllowedIdentifier {
    /** An e-mail address. */
    EMAIL,
    /** A phone number. */
    PHONE,
    /** One of the two, whichever a person likes. */
    BOTH;

    /** The name on the wire. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@code required_identifier}: what each account must have. */
    String required() {
        return this == BOTH ? "either" : text();
    }
}
