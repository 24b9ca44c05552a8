package io.github.passage4j.faces.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.passage4j.core.config.PassageConfig;
import io.github.passage4j.faces.TestConfig;
import java.net.URI;
import org.junit.jupiter.api.Test;

class ElementsBeanTest {

    @Test
    void saysNothingOfAnAuthApiBesideTheModule() {
        assertThat(elements(TestConfig.hosted(), "/passage/passage-web.js").getAuthUrl())
                .isNull();
    }

    @Test
    void namesAnAuthApiOnAnotherServer() {
        PassageConfig config = TestConfig.withAuthUrl("https://shop.example", "https://id.example/auth/v1");

        assertThat(elements(config, "/passage/passage-web.js").getAuthUrl()).isEqualTo("https://id.example/auth/v1");
    }

    @Test
    void namesTheAuthApiWhenTheModuleComesFromElsewhere() {
        assertThat(elements(TestConfig.hosted(), "https://cdn.example/passage-web.js")
                        .getAuthUrl())
                .isEqualTo("https://shop.example/passage/auth/v1");
    }

    @Test
    void tellsTheAppAndTheAddresses() {
        ElementsBean elements = elements(TestConfig.hosted(), "/passage/passage-web.js");

        assertThat(elements.getAppId()).isEqualTo(TestConfig.APP_ID);
        assertThat(elements.getModuleUrl()).isEqualTo("/passage/passage-web.js");
        assertThat(elements.getApiUrl()).isEqualTo("/api");
    }

    private static ElementsBean elements(PassageConfig config, String module) {
        return new ElementsBean(config, new PageSettings(URI.create("/api"), URI.create(module)));
    }
}
