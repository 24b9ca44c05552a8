package io.github.passage4j.faces.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InitialsTest {

    @ParameterizedTest
    @CsvSource({
        "Ada Lovelace, AL",
        "ada king lovelace, AL",
        "Plato, P",
        "  élodie   durand , ÉD",
        "李小龍, 李",
        "😀 Ada, A",
        "😀, ''",
        "<script>, ''",
        "𝒜da, 𝒜"
    })
    void areTheFirstLettersOfFirstAndLastWord(String name, String initials) {
        assertThat(Initials.of(name)).isEqualTo(initials);
    }
}
