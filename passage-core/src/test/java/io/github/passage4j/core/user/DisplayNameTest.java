package io.github.passage4j.core.user;

import static io.github.passage4j.core.user.DisplayName.Problem.BLANK;
import static io.github.passage4j.core.user.DisplayName.Problem.CONTROL_CHARACTER;
import static io.github.passage4j.core.user.DisplayName.Problem.MALFORMED;
import static io.github.passage4j.core.user.DisplayName.Problem.TOO_LONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DisplayNameTest {

    private static final String FAMILY = "\uD83D\uDC69\u200D\uD83D\uDC67";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A",
                "Ada Lovelace",
                "O'Neill & Söhne <b>",
                "李小龍",
                "שָׁלוֹם",
                "\u200Fمحمد\u200E (7)",
                "می\u200Cخواهم",
                "e\u0301\u0323",
                "क्\u200Dष",
                "\uD83D\uDE00",
                FAMILY,
                "\u2764\uFE0F",
                "a  b",
                "a\u00A0b",
                "Robert'); DROP TABLE app_user;--",
                "\uE000",
                "null"
            })
    void keepsAsTyped(String name) {
        assertThat(DisplayName.problemOf(name)).isEmpty();
        assertThat(DisplayName.normalize(name)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {" Ada", "Ada ", "\t Ada\r\n", "\u00A0Ada\u3000", "\u2028Ada\u2029", "\u2003Ada\u202F"})
    void trimsBlanksOfAnyKind(String typed) {
        assertThat(DisplayName.normalize(typed)).isEqualTo("Ada");
        assertThat(DisplayName.problemOf(typed)).isEmpty();
    }

    @Test
    void doesNotTrimWhatIsNoBlank() {
        assertThat(DisplayName.normalize("\u200BAda\u0000")).isEqualTo("\u200BAda\u0000");
    }

    @Test
    void counts100CodePointsHoweverManyCharsTheyTake() {
        assertThat(DisplayName.problemOf("\uD83D\uDE00".repeat(100))).isEmpty();
        assertThat(DisplayName.problemOf("\uD83D\uDE00".repeat(101))).contains(TOO_LONG);
        assertThat(DisplayName.problemOf("a".repeat(100))).isEmpty();
        assertThat(DisplayName.problemOf("a".repeat(101))).contains(TOO_LONG);
    }

    @Test
    void countsAfterTrimming() {
        assertThat(DisplayName.problemOf(" ".repeat(500) + "a".repeat(100) + " ".repeat(500)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refuses(String name, DisplayName.Problem problem) {
        assertThat(DisplayName.problemOf(name)).contains(problem);
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                arguments("", BLANK),
                arguments("   ", BLANK),
                arguments("\t\r\n", BLANK),
                arguments("\u00A0\u2003\u3000", BLANK),
                arguments("\u200B", BLANK),
                arguments("\u200D\u200C\u2060\uFEFF", BLANK),
                arguments("\u00AD", BLANK),
                arguments("\u200E", BLANK),
                arguments("\u3164", BLANK),
                arguments("\u115F\u1160\uFFA0", BLANK),
                arguments("\u2800", BLANK),
                arguments("\uFE0F", BLANK),
                arguments("a\u0000b", CONTROL_CHARACTER),
                arguments("\u0000", CONTROL_CHARACTER),
                arguments("Ada\u0000", CONTROL_CHARACTER),
                arguments("a\nb", CONTROL_CHARACTER),
                arguments("a\rb", CONTROL_CHARACTER),
                arguments("a\tb", CONTROL_CHARACTER),
                arguments("a\u001Bb", CONTROL_CHARACTER),
                arguments("a\u007Fb", CONTROL_CHARACTER),
                arguments("a\u0085b", CONTROL_CHARACTER),
                arguments("a\u2028b", CONTROL_CHARACTER),
                arguments("a\u2029b", CONTROL_CHARACTER),
                arguments("a\u202Eb", CONTROL_CHARACTER),
                arguments("a\u202Ab", CONTROL_CHARACTER),
                arguments("a\u2066b\u2069", CONTROL_CHARACTER),
                arguments("\uD800", MALFORMED),
                arguments("a\uDC00b", MALFORMED),
                arguments("\uDE00\uD83D", MALFORMED),
                arguments("a\uFFFEb", MALFORMED),
                arguments("a\uFFFFb", MALFORMED),
                arguments("a\uFDD0b", MALFORMED),
                arguments("a\uD83F\uDFFEb", MALFORMED));
    }
}
