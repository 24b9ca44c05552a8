package io.github.passage4j.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaTypeCheckTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "application/json;charset=utf-8",
                "application/json ; charset=\"utf-8\"; x=y",
                "text/plain; x=\"a\\\"b,;\"",
                "application/json;"
            })
    void knowsAMediaType(String contentType) {
        assertThat(MediaTypeCheck.isWellFormed(contentType)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "json",
                "application/",
                "/json",
                "application/json, text/plain",
                "application/json; charset",
                "application/json; charset=\"utf-8",
                "a b/c"
            })
    void knowsWhatIsNone(String contentType) {
        assertThat(MediaTypeCheck.isWellFormed(contentType)).isFalse();
    }
}
