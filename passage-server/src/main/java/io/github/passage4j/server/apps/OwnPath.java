package io.github.passage4j.server.apps;

import io.github.passage4j.server.wire.PassageException;
import java.util.regex.Pattern;

/** A path of an app's own origin, such as {@code /login}. */
public final class OwnPath {

    /** A second slash or a backslash would lead to another origin. */
    private static final Pattern FORM = Pattern.compile("/(?![/\\\\])[\\x21-\\x7E&&[^\\\\\"<>]]*");

    private OwnPath() {}

    /**
     * Lets only paths of the app's own origin pass.
     *
     * @param field where the path was given
     * @param longest most characters that it may have
     * @return the path
     * @throws PassageException 400 for anything else
     */
    public static String require(String field, String path, int longest) {
        if (path.length() > longest || !FORM.matcher(path).matches()) {
            throw PassageException.invalid(field, "must be a path such as /login");
        }
        return path;
    }
}
