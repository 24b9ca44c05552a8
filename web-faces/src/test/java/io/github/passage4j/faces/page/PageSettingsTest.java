package io.github.passage4j.faces.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.passage4j.core.config.InvalidSettingException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageSettingsTest {

    private static final URI ELEMENTS = URI.create("/passage/passage-web.js");

    @ParameterizedTest
    @ValueSource(strings = {"/api", "/", "https://api.example", "http://localhost:9090/v1"})
    void takesPathsAndWebAddresses(String apiUrl) {
        assertThat(new PageSettings(URI.create(apiUrl), ELEMENTS)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"api", "//api.example/v1", "ftp://api.example", "javascript:alert(1)", "https://a:b@c.example"})
    void refusesEverythingElseAndNamesTheSetting(String apiUrl) {
        assertThatThrownBy(() -> new PageSettings(URI.create(apiUrl), ELEMENTS))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("api.url")
                .hasMessageContaining("API_URL");
    }

    @Test
    void namesTheSettingOfTheElements() {
        assertThatThrownBy(() -> new PageSettings(URI.create("/api"), URI.create("passage-web.js")))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("passage.elements.url");
    }

    @Test
    void forgivesATrailingSlash() {
        assertThat(new PageSettings(URI.create("https://api.example/v1/"), ELEMENTS).apiUrl())
                .hasToString("https://api.example/v1");
    }

    @Test
    void knowsTheOriginOfAnAddress() {
        assertThat(PageSettings.originOf(URI.create("https://api.example:8443/v1")))
                .contains("https://api.example:8443");
        assertThat(PageSettings.originOf(URI.create("/api"))).isEmpty();
    }
}
