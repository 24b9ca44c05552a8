package io.github.passage4j.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PassageConfigProducerTest {

    private final Map<String, String> settings = new HashMap<>(Map.of(
            "passage.app.id", "app",
            "passage.origin", "http://localhost:8080",
            "passage.auth.url", "http://localhost:8080/passage/auth/v1",
            "passage.api.url", "http://localhost:8080/passage/api/v1"));

    @Test
    void readsTheSettingsAndFillsInWhatMayBeAbsent() {
        PassageConfig config = produced();

        assertThat(config.appId()).isEqualTo("app");
        assertThat(config.apiKey()).isNull();
        assertThat(config.origin()).isEqualTo(URI.create("http://localhost:8080"));
        assertThat(config.clockSkew()).isEqualTo(PassageConfig.DEFAULT_CLOCK_SKEW);
        assertThat(config.admins()).isEmpty();
    }

    @Test
    void readsWhatMayBeAbsent() {
        settings.put("passage.api.key", " key ");
        settings.put("passage.clock.skew", "PT5S");
        settings.put("passage.admins", " ada, ,bob,ada ");

        PassageConfig config = produced();

        assertThat(Objects.requireNonNull(config.apiKey()).reveal()).isEqualTo("key");
        assertThat(config.clockSkew()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.admins()).containsExactlyInAnyOrder("ada", "bob");
    }

    @ParameterizedTest
    @ValueSource(strings = {"passage.app.id", "passage.origin", "passage.auth.url", "passage.api.url"})
    void namesTheSettingThatIsMissing(String setting) {
        settings.remove(setting);

        assertThatExceptionOfType(InvalidSettingException.class)
                .isThrownBy(this::produced)
                .withMessageContaining("Setting " + setting + " ")
                .withMessageEndingWith("is not set");
    }

    @Test
    void takesABlankSettingForMissing() {
        settings.put("passage.app.id", " ");

        assertThatExceptionOfType(InvalidSettingException.class)
                .isThrownBy(this::produced)
                .withMessageEndingWith("is not set");
    }

    @Test
    void namesAnAddressThatIsNone() {
        settings.put("passage.auth.url", "http://exa mple");

        assertThatExceptionOfType(InvalidSettingException.class)
                .isThrownBy(this::produced)
                .withMessageContaining("passage.auth.url")
                .withMessageEndingWith("is not an address");
    }

    @Test
    void namesADurationThatIsNone() {
        settings.put("passage.clock.skew", "soon");

        assertThatExceptionOfType(InvalidSettingException.class)
                .isThrownBy(this::produced)
                .withMessageContaining("passage.clock.skew");
    }

    private PassageConfig produced() {
        return new PassageConfigProducer(new MapConfig(settings)).passageConfig();
    }
}
