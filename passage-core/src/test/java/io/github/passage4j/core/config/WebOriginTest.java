package io.github.passage4j.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebOriginTest {

    @ParameterizedTest
    @CsvSource({
        "https://shop.example, https://shop.example",
        "HTTPS://Shop.Example:443/, https://shop.example",
        "http://shop.example:80, http://shop.example",
        "http://localhost:8080, http://localhost:8080",
        "https://shop.example:80, https://shop.example:80",
        "https://[2001:DB8::1]:443, https://[2001:db8::1]"
    })
    void isSpeltAsBrowsersDo(String text, String origin) {
        assertThat(WebOrigin.parse("passage.origin", text)).isEqualTo(URI.create(origin));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "null",
                "shop.example",
                "https://",
                "https://a b",
                "ftp://shop.example",
                "mailto:a@b",
                "https://shop.example/shop",
                "https://shop.example?x",
                "https://shop.example#x",
                "https://user:hunter2@shop.example",
                "https://shop.example:99999"
            })
    void isRefusedWithTheNameOfItsSettingWhenItIsNone(String text) {
        assertThatExceptionOfType(InvalidSettingException.class)
                .isThrownBy(() -> WebOrigin.parse("passage.cors.origins", text))
                .withMessageContaining("passage.cors.origins")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("hunter2"));
    }

    @Test
    void isPartOfAnAddress() {
        assertThat(WebOrigin.of(URI.create("https://Id.Example:443/auth/v1?x#y")))
                .isEqualTo(URI.create("https://id.example"));
    }
}
