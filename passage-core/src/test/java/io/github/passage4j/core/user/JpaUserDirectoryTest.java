package io.github.passage4j.core.user;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JpaUserDirectoryTest {

    @Test
    void endsARangeWithTheSuccessorOfTheLastCharacter() {
        assertThat(JpaUserDirectory.endOf("Ad")).isEqualTo("Ae");
        assertThat(JpaUserDirectory.endOf("Z")).isEqualTo("[");
        assertThat(JpaUserDirectory.endOf("A\uD83D\uDE00")).isEqualTo("A\uD83D\uDE01");
    }

    @Test
    void neverEndsARangeWithASurrogate() {
        assertThat(JpaUserDirectory.endOf("\uD7FF")).isEqualTo("\uE000");
    }
}
