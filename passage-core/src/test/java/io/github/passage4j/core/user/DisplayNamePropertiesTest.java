package io.github.passage4j.core.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class DisplayNamePropertiesTest {

    @Property
    void normalizingTwiceIsNormalizingOnce(@ForAll("texts") String typed) {
        String once = DisplayName.normalize(typed);

        assertThat(DisplayName.normalize(once)).isEqualTo(once);
    }

    @Property
    void normalizingOnlyCutsAtTheEnds(@ForAll("texts") String typed) {
        assertThat(typed).contains(DisplayName.normalize(typed));
    }

    @Property
    void theJudgementIsTheSameBeforeAndAfterNormalizing(@ForAll("texts") String typed) {
        assertThat(DisplayName.problemOf(DisplayName.normalize(typed))).isEqualTo(DisplayName.problemOf(typed));
    }

    @Property
    void aNameThatIsAcceptedSurvivesUtf8AndFitsTheColumn(@ForAll("texts") String typed) {
        String name = DisplayName.normalize(typed);
        if (DisplayName.problemOf(typed).isPresent()) {
            return;
        }

        assertThat(new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .isEqualTo(name);
        assertThat(name.codePointCount(0, name.length())).isBetween(1, 100);
        assertThat(name.length()).isBetween(1, 200);
        assertThat(name.codePoints()).noneMatch(Character::isISOControl);
    }

    @Property
    void aControlCharacterInsideIsNeverAccepted(
            @ForAll("letters") String before, @ForAll("controls") char control, @ForAll("letters") String after) {
        assertThat(DisplayName.problemOf(before + control + after)).contains(DisplayName.Problem.CONTROL_CHARACTER);
    }

    @Property
    void aLoneSurrogateIsNeverAccepted(
            @ForAll("letters") String before, @ForAll("surrogates") char lone, @ForAll("letters") String after) {
        assertThat(DisplayName.problemOf(before + lone + after)).contains(DisplayName.Problem.MALFORMED);
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<Character> hostile = Arbitraries.of(
                ' ', '\t', '\n', '\0', '\u0085', '\u00A0', '\u00AD', '\u061C', '\u200B', '\u200D', '\u200F', '\u2028',
                '\u202E', '\u2066', '\u3164', '\uD83D', '\uDE00', '\uFE0F', '\uFEFF', '\uFFFF');
        return Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.strings().all().ofMaxLength(210)),
                Tuple.of(
                        2,
                        Arbitraries.oneOf(hostile, Arbitraries.chars().alpha())
                                .list()
                                .ofMaxSize(120)
                                .map(letters ->
                                        letters.stream().map(String::valueOf).collect(Collectors.joining()))));
    }

    @Provide
    Arbitrary<String> letters() {
        return Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(40);
    }

    @Provide
    Arbitrary<Character> controls() {
        return Arbitraries.oneOf(
                Arbitraries.chars().range('\0', '\u001F'), Arbitraries.chars().range('\u007F', '\u009F'));
    }

    @Provide
    Arbitrary<Character> surrogates() {
        return Arbitraries.chars().range('\uD800', '\uDFFF');
    }
}
