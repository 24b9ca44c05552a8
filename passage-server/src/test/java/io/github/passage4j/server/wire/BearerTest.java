package io.github.passage4j.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class BearerTest {

    @ParameterizedTest
    @ValueSource(strings = {"Bearer abc", "bearer abc", "Bearer  abc"})
    void readsTheToken(String header) {
        assertThat(Bearer.token(header)).contains("abc");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "Bearer", "Bearer ", "Basic abc", "Bearerabc", "Bearer a b", " Bearer abc", "abc"})
    void readsNothingElse(@Nullable String header) {
        assertThat(Bearer.token(header)).isEmpty();
    }

    @Test
    void readsNoMonster() {
        assertThat(Bearer.token("Bearer " + "a".repeat(8193))).isEmpty();
    }
}
