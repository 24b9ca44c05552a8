package io.github.passage4j.server.wire;

import java.util.regex.Pattern;

/** Knows what a {@code Content-Type} looks like (RFC 9110 §8.3.1), for the container answers what is none with a page. */
final class MediaTypeCheck {

    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
    private static final String QUOTED = "\"(?:[^\"\\\\]|\\\\.)*+\"";

    private static final Pattern MEDIA_TYPE = Pattern.compile(
            TOKEN + "/" + TOKEN + "(?:[ \\t]*+;[ \\t]*+(?:" + TOKEN + "=(?:" + TOKEN + "|" + QUOTED + "))?)*+[ \\t]*+");

    private MediaTypeCheck() {}

    static boolean isWellFormed(String contentType) {
        return MEDIA_TYPE.matcher(contentType.strip()).matches();
    }
}
