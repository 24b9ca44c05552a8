package io.github.passage4j.core.user;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserListingTest {

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  ", "\t"})
    void isOfAllUsersWhenNothingIsTyped(@Nullable String typed) {
        UserListing listing = listing(typed, typed);

        assertThat(listing.namePrefix()).isNull();
        assertThat(listing.passageId()).isNull();
        assertThat(listing.matchesNobody()).isFalse();
    }

    @Test
    void leavesOutBlanksAtTheEnds() {
        UserListing listing = listing(" Ada L ", " u5RnV8sLq2KdT0yHb7MwXc3e ");

        assertThat(listing.namePrefix()).isEqualTo("Ada L");
        assertThat(listing.passageId()).isEqualTo("u5RnV8sLq2KdT0yHb7MwXc3e");
        assertThat(listing.matchesNobody()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "\uD83D", "\uDBFF\uDFFF", "\u202Ex", "\uFE0F"})
    void matchesNobodyByWhatIsNoName(String typed) {
        assertThat(listing(typed, null).matchesNobody()).isTrue();
    }

    @Test
    void matchesNobodyByANameThatIsTooLong() {
        assertThat(listing("x".repeat(101), null).matchesNobody()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a\u0000", "\u00e4", "' OR 1=1 --"})
    void matchesNobodyByWhatIsNoId(String typed) {
        assertThat(listing(null, typed).matchesNobody()).isTrue();
    }

    @Test
    void matchesNobodyByAnIdThatIsTooLong() {
        assertThat(listing(null, "x".repeat(64)).matchesNobody()).isFalse();
        assertThat(listing(null, "x".repeat(65)).matchesNobody()).isTrue();
    }

    private static UserListing listing(@Nullable String name, @Nullable String passageId) {
        return new UserListing(name, passageId, UserListing.Order.CREATED, false);
    }
}
