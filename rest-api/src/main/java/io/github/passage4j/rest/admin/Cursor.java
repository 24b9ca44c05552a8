package io.github.passage4j.rest.admin;

import io.github.passage4j.core.user.DisplayName;
import io.github.passage4j.core.user.User;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a page ended. Callers get it as text that they are not meant to read, and may send back any other text instead: what is decoded
 * has been checked, and says nothing that the caller could not ask for anyway.
 *
 * @param id number of the last row
 * @param name its name where the list is in the order of names, else {@code null}
 */
record Cursor(long id, @Nullable String name) {

    private static final int MAX_LENGTH = 1024;
    private static final Pattern SHAPE = Pattern.compile("([0-9]{1,18})(?: (.*))?", Pattern.DOTALL);

    /** The end of a page whose last row is this one. */
    static Cursor behind(User last, boolean byName) {
        return new Cursor(Objects.requireNonNull(last.id(), "the row is stored"), byName ? last.name() : null);
    }

    String encode() {
        String text = name == null ? Long.toString(id) : id + " " + name;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads a cursor.
     *
     * @param byName whether the list is in the order of names
     * @throws io.github.passage4j.rest.problem.ProblemException 400 when it is not one of such a list
     */
    static Cursor decode(String text, boolean byName) {
        Matcher decoded = SHAPE.matcher(text(text));
        if (!decoded.matches() || byName == (decoded.group(2) == null)) {
            throw PageRequest.refused("cursor", "must come from a page with the same filter");
        }
        String name = decoded.group(2);
        if (name != null && DisplayName.problemOf(name).isPresent()) {
            throw PageRequest.refused("cursor", "must come from a page with the same filter");
        }
        return new Cursor(Long.parseLong(decoded.group(1)), name);
    }

    private static String text(String encoded) {
        try {
            byte[] bytes = encoded.length() > MAX_LENGTH
                    ? new byte[0]
                    : Base64.getUrlDecoder().decode(encoded);
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return "";
        }
    }
}
