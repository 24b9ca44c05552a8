package io.github.passage4j.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailConfigReaderTest {

    private final Map<String, String> settings = new HashMap<>();

    private MailConfig read() {
        return new MailConfigReader(name -> Optional.ofNullable(settings.get(name)))
                .read(Origin.parse("https://shop.example"));
    }

    @Test
    void sendsNothingWithoutAHost() {
        settings.put("passage.smtp.host", " ");

        assertThat(read().host()).isEmpty();
    }

    @Test
    void hasDefaults() {
        settings.put("passage.smtp.host", "smtp.shop.example");

        MailConfig config = read();

        assertThat(config.host()).contains("smtp.shop.example");
        assertThat(config.port()).isEqualTo(587);
        assertThat(config.user()).isEmpty();
        assertThat(config.from()).isEqualTo("passage@shop.example");
    }

    @Test
    void readsWhatIsSetAndTellsNoPassword() {
        settings.put("passage.smtp.port", "2525");
        settings.put("passage.smtp.user", "mailer");
        settings.put("passage.smtp.password", "sample-password");
        settings.put("passage.mail.from", "hello@shop.example");

        MailConfig config = read();

        assertThat(config.port()).isEqualTo(2_525);
        assertThat(config.user()).contains("mailer");
        assertThat(config.password().reveal()).isEqualTo("sample-password");
        assertThat(config.from()).isEqualTo("hello@shop.example");
        assertThat(config.toString()).doesNotContain("sample-password");
    }

    @ParameterizedTest
    @ValueSource(strings = {"smtp", "0", "65536"})
    void namesAPortThatIsNone(String port) {
        settings.put("passage.smtp.port", port);

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(this::read)
                .withMessageContaining("passage.smtp.port");
    }
}
