package io.github.passage4j.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginTest {

    @ParameterizedTest
    @CsvSource({
        "https://shop.example, https://shop.example, shop.example",
        "https://Shop.Example/, https://shop.example, shop.example",
        "https://shop.example:443, https://shop.example, shop.example",
        "http://localhost:80, http://localhost, localhost",
        "http://localhost:8080, http://localhost:8080, localhost",
        "http://[::1]:8080, http://[::1]:8080, [::1]"
    })
    void isWrittenAsBrowsersWriteIt(String text, String value, String host) {
        Origin origin = Origin.parse(text);

        assertThat(origin.value()).isEqualTo(value);
        assertThat(origin.host()).isEqualTo(host);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shop.example",
                "ftp://shop.example",
                "https://",
                "https://shop.example/path",
                "https://shop.example?x",
                "https://shop.example#x",
                "https://me@shop.example",
                "https://shop example",
                "null"
            })
    void isNothingElse(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Origin.parse(text));
    }

    @ParameterizedTest
    @CsvSource({"http://localhost:8080, true", "http://127.0.0.1:8080, false", "http://[::1]:8080, false"})
    void knowsWherePasskeysCanNotWork(String text, boolean hasDomain) {
        assertThat(Origin.parse(text).hasDomain()).isEqualTo(hasDomain);
    }
}
