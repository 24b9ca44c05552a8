package io.github.passage4j.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class RandomIdsTest {

    @Test
    void have24LettersAndDigits() {
        assertThat(RandomIds.next(new SecureRandom())).matches("[0-9A-Za-z]{24}");
    }

    @Test
    void areRecognised() {
        assertThat(RandomIds.isId("q7Zk2mWd9XaBcE4fGhJ1tYuP")).isTrue();
        assertThat(RandomIds.isId("q7Zk2mWd9XaBcE4fGhJ1tYu")).isFalse();
        assertThat(RandomIds.isId("q7Zk2mWd9XaBcE4fGhJ1tYu-")).isFalse();
    }
}
