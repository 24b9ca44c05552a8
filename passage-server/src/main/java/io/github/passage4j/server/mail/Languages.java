package io.github.passage4j.server.mail;

import java.util.Set;

/** The languages of messages. */
public final class Languages {

    /** Their two-letter tags. */
    public static final Set<String> ALL = Set.of("de", "en", "es", "fr", "it", "pl", "pt", "zh");

    private Languages() {}
}
