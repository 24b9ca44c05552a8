package io.github.passage4j.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratedSettingsTest {

    private final Path file;
    private final GeneratedSettings settings;

    GeneratedSettingsTest(@TempDir Path directory) {
        file = directory.resolve("passage.properties");
        settings = new GeneratedSettings(directory);
    }

    @Test
    void knowsNothingWithoutAFile() {
        assertThat(settings.getValue("passage.app.id")).isNull();
    }

    @Test
    void readsAFileThatAppearsLater() throws IOException {
        settings.getValue("passage.app.id");
        Files.writeString(file, "passage.app.id=generated\npassage.api.key=secret\n");

        assertThat(settings.getValue("passage.app.id")).isEqualTo("generated");
        assertThat(settings.getValue("passage.api.key")).isEqualTo("secret");
    }

    @Test
    void offersNothingButTheTwoGeneratedSettings() throws IOException {
        Files.writeString(file, "passage.auth.url=http://evil.example\n");

        assertThat(settings.getValue("passage.auth.url")).isNull();
        assertThat(settings.getPropertyNames()).containsExactlyInAnyOrder("passage.app.id", "passage.api.key");
    }

    @Test
    void failsWithTheSettingsNameWhenTheFileIsBroken() throws IOException {
        Files.write(file, new byte[] {(byte) 0xC0, (byte) 0x80});

        assertThatExceptionOfType(InvalidSettingException.class)
                .isThrownBy(() -> settings.getValue("passage.app.id"))
                .withMessageContaining("passage.data.dir");
    }

    @Test
    void failsWithTheSettingsNameWhenTheFileHoldsABrokenEscape() throws IOException {
        Files.writeString(file, "passage.app.id=\\uZZZZ\n");

        assertThatExceptionOfType(InvalidSettingException.class)
                .isThrownBy(() -> settings.getValue("passage.app.id"))
                .withMessageContaining("passage.data.dir");
    }

    @Test
    void ranksBelowTheDefaultsOfMicroProfileConfig() {
        assertThat(settings.getOrdinal()).isLessThan(100);
    }

    @Test
    void isFoundByMicroProfileConfig() {
        assertThat(ServiceLoader.load(ConfigSource.class)).hasAtLeastOneElementOfType(GeneratedSettings.class);
    }
}
