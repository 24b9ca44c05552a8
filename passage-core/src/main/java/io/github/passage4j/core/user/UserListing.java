package io.github.passage4j.core.user;

import org.jspecify.annotations.Nullable;

/**
 * Which users are to be listed, and how. Whatever is typed as a filter is a filter: what no user can have matches nobody.
 *
 * @param namePrefix beginning of the name, upper and lower case told apart, without the blanks at its ends; {@code null} for all
 * @param passageId Passage user id, whole; {@code null} for all
 * @param order what they are sorted by
 * @param descending whether the last come first; users without a name count as the last by name
 */
public record UserListing(
        @Nullable String namePrefix, @Nullable String passageId, Order order, boolean descending) {

    /** What a listing is sorted by. */
    public enum Order {
        /** The time when the row was made, which is the order of the numbers. */
        CREATED,
        /** The characters of the name, then the number. */
        NAME
    }

    public UserListing {
        namePrefix = unlessBlank(namePrefix);
        passageId = unlessBlank(passageId);
    }

    private static @Nullable String unlessBlank(@Nullable String typed) {
        String text = typed == null ? "" : DisplayName.normalize(typed);
        return text.isEmpty() ? null : text;
    }

    /** Whether no name begins so, or no id looks like that. */
    boolean matchesNobody() {
        boolean noName = namePrefix != null && DisplayName.problemOf(namePrefix).isPresent();
        boolean noId = passageId != null
                && (passageId.length() > User.MAX_PASSAGE_ID_LENGTH
                        || !passageId.chars().allMatch(c -> c > ' ' && c < 0x7F));
        return noName || noId;
    }
}
