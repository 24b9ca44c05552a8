package io.github.passage4j.rest.admin;

import io.github.passage4j.rest.problem.Problem;
import io.github.passage4j.rest.problem.ProblemException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which page is wanted.
 *
 * @param limit most rows of the page, 1 to {@value #MAX_LIMIT}
 * @param cursor where the page before ended, {@code null} for the first page
 * @param name beginning of the names, {@code null} for all
 * @param passageId Passage user id, {@code null} for all
 */
record PageRequest(
        int limit,
        @Nullable Cursor cursor,
        @Nullable String name,
        @Nullable String passageId) {

    static final int MAX_LIMIT = 200;

    private static final int DEFAULT_LIMIT = 50;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
    private static final Pattern PASSAGE_ID = Pattern.compile("[!-~]{1,64}");

    /**
     * Reads the parameters.
     *
     * @throws ProblemException 400 naming the first that is not valid
     */
    static PageRequest of(
            @Nullable String limit, @Nullable String cursor, @Nullable String name, @Nullable String passageId) {
        if (passageId != null && !PASSAGE_ID.matcher(passageId).matches()) {
            throw refused("passageId", "must be 1 to 64 visible ASCII characters");
        }
        return new PageRequest(
                limit(limit), cursor == null ? null : Cursor.decode(cursor, name != null), name, passageId);
    }

    private static int limit(@Nullable String limit) {
        if (limit == null) {
            return DEFAULT_LIMIT;
        }
        int number = NUMBER.matcher(limit).matches() ? Integer.parseInt(limit) : 0;
        if (number < 1 || number > MAX_LIMIT) {
            throw refused("limit", "must be a number from 1 to " + MAX_LIMIT);
        }
        return number;
    }

    static ProblemException refused(String parameter, String message) {
        return new ProblemException(Problem.ofField(parameter, message));
    }
}
