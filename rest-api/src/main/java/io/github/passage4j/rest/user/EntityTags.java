package io.github.passage4j.rest.user;

import io.github.passage4j.core.user.User;
import io.github.passage4j.rest.problem.Problem;
import io.github.passage4j.rest.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The tags in an {@code If-Match} or {@code If-None-Match} header (RFC 9110 §13.1).
 *
 * @param isAny the header is {@code *}: whatever is there matches
 * @param tags what the header lists
 */
record EntityTags(boolean isAny, List<Tag> tags) {

    /** One tag: its value is what stands between the quotes. */
    private record Tag(boolean isWeak, String value) {}

    private static final Pattern TAG = Pattern.compile("(W/)?\"([\\x21\\x23-\\x7E\\x80-\\xFF]*)\"");

    EntityTags {
        tags = List.copyOf(tags);
    }

    /** The value of a row's tag, from number and version: a row that was deleted and made anew never gets an old tag again. */
    static String of(User user) {
        return user.id() + "-" + user.version();
    }

    /**
     * Reads a header.
     *
     * @param name of the header
     * @param value all its lines joined by commas, {@code null} when it is absent
     * @return {@code null} when it is absent
     * @throws ProblemException 400 when it is no list of tags: a condition must not be ignored because it was misspelt
     */
    static @Nullable EntityTags parse(String name, @Nullable String value) {
        if (value == null) {
            return null;
        }
        return "*".equals(value.strip()) ? new EntityTags(true, List.of()) : new EntityTags(false, list(name, value));
    }

    private static List<Tag> list(String name, String value) {
        List<Tag> tags = new ArrayList<>();
        int end = 0;
        Matcher tag = TAG.matcher(value);
        while (tag.find()) {
            checkBetween(name, value.substring(end, tag.start()), end == 0);
            tags.add(new Tag(tag.group(1) != null, tag.group(2)));
            end = tag.end();
        }
        if (tags.isEmpty() || !value.substring(end).matches("[ \t,]*")) {
            throw malformed(name);
        }
        return tags;
    }

    private static void checkBetween(String name, String between, boolean isStart) {
        if (!between.matches("[ \t,]*") || (!isStart && between.indexOf(',') < 0)) {
            throw malformed(name);
        }
    }

    private static ProblemException malformed(String name) {
        return new ProblemException(Problem.of(400, name + " must be * or a list of entity tags in double quotes."));
    }

    /** As {@code If-Match} asks: a weak tag matches nothing (RFC 9110 §8.8.3.2). */
    boolean matchesStrongly(String current) {
        return isAny
                || tags.stream().anyMatch(tag -> !tag.isWeak() && tag.value().equals(current));
    }

    /** As {@code If-None-Match} asks: a weak tag is as good as a strong one. */
    boolean matchesWeakly(String current) {
        return isAny || tags.stream().anyMatch(tag -> tag.value().equals(current));
    }
}
