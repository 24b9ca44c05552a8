package io.github.passage4j.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyConfigReaderTest {

    private static KeyConfig read(Map<String, String> settings) {
        return new KeyConfigReader(name -> Optional.ofNullable(settings.get(name))).read();
    }

    @Test
    void knowsWhatIsUsual() {
        assertThat(read(Map.of())).isEqualTo(new KeyConfig(Duration.ofDays(90), Optional.empty()));
    }

    @Test
    void takesTheKeyOfTheSettings() {
        byte[] key = new byte[32];
        key[7] = 7;

        Optional<ServerKey> read = read(Map.of(
                        "passage.server.key", Base64.getEncoder().encodeToString(key)))
                .serverKey();

        assertThat(read.orElseThrow().toBytes()).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({
        "passage.key.max.age, 90 days",
        "passage.key.max.age, PT47H",
        "passage.server.key, short",
        "passage.server.key, AAAA"
    })
    void namesTheSettingThatIsWrong(String setting, String value) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> read(Map.of(setting, value)))
                .withMessageContaining(setting)
                .satisfies(refusal -> assertThat(refusal).hasMessageNotContaining("AAAA"));
    }
}
