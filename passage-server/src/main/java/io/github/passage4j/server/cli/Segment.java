package io.github.passage4j.server.cli;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** A part of an address. */
final class Segment {

    private Segment() {}

    /** A text as one segment of a path, or as a value in a query. */
    static String of(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
