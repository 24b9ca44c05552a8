package io.github.passage4j.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerConfigReaderTest {

    private final Path parent;

    private final Map<String, String> settings = new HashMap<>();

    ServerConfigReaderTest(@TempDir Path parent) {
        this.parent = parent;
        settings.put("passage.origin", "http://localhost:8080");
        settings.put("passage.data.dir", directory().toString());
        settings.put("passage.auth.url", "http://localhost:8080/passage/auth/v1/");
        settings.put("passage.api.url", "http://localhost:8080/passage/api/v1");
    }

    private Path directory() {
        return parent.resolve("data");
    }

    private ServerConfig read() {
        return new ServerConfigReader(name -> Optional.ofNullable(settings.get(name)), new SecureRandom()).read();
    }

    private void assertRefused(String setting) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(this::read)
                .withMessageStartingWith(setting + ":");
    }

    @Test
    void makesUpTheDefaultAppOnTheFirstStart() {
        ServerConfig config = read();

        assertThat(config.appId()).matches("[0-9A-Za-z]{24}");
        assertThat(config.apiKey().reveal()).matches("[0-9A-Za-z]{48}");
    }

    @Test
    void keepsTheDefaultAppOnLaterStarts() {
        ServerConfig first = read();

        ServerConfig second = read();

        assertThat(second.appId()).isEqualTo(first.appId());
        assertThat(second.apiKey().reveal()).isEqualTo(first.apiKey().reveal());
    }

    @Test
    void keepsSecretsOwnerOnly() throws IOException {
        read();

        assertThat(permissions(directory())).isEqualTo("rwx------");
        assertThat(permissions(directory().resolve("passage.properties"))).isEqualTo("rw-------");
    }

    @Test
    void aSettingFromOutsideWinsAndIsNotWritten() throws IOException {
        settings.put("passage.api.key", "key-from-outside");

        ServerConfig config = read();

        assertThat(config.apiKey().reveal()).isEqualTo("key-from-outside");
        assertThat(Files.readString(directory().resolve("passage.properties")))
                .contains("passage.app.id=" + config.appId())
                .doesNotContain("passage.api.key");
    }

    @Test
    void writesNothingWhenEverythingIsSetFromOutside() {
        settings.put("passage.app.id", "q7Zk2mWd9XaBcE4fGhJ1tYuP");
        settings.put("passage.api.key", "key-from-outside");

        read();

        assertThat(directory().resolve("passage.properties")).doesNotExist();
    }

    @Test
    void addsWhatIsMissingWhenASettingFromOutsideGoesAway() {
        settings.put("passage.api.key", "key-from-outside");
        ServerConfig before = read();
        settings.remove("passage.api.key");

        ServerConfig after = read();

        assertThat(after.appId()).isEqualTo(before.appId());
        assertThat(after.apiKey().reveal())
                .hasSize(48)
                .isEqualTo(read().apiKey().reveal());
    }

    @Test
    void manyReadersOfAnEmptyDirectoryAgree() {
        List<String> seen = IntStream.range(0, 16)
                .parallel()
                .mapToObj(i -> read())
                .map(config -> config.appId() + config.apiKey().reveal())
                .distinct()
                .toList();

        assertThat(seen).hasSize(1);
    }

    @Test
    void dropsTrailingSlashesOfAddresses() {
        assertThat(read().issuer("X")).isEqualTo("http://localhost:8080/passage/auth/v1/apps/X");
    }

    @Test
    void printsNoSecret() {
        ServerConfig config = read();

        assertThat(config.toString()).doesNotContain(config.apiKey().reveal());
    }

    @Test
    void refusesAnAppIdOfAnotherShape() {
        settings.put("passage.app.id", "too-short");
        assertRefused("passage.app.id");
    }

    @Test
    void refusesAnOriginWithAPath() {
        settings.put("passage.origin", "https://shop.example/app");
        assertRefused("passage.origin");
    }

    @Test
    void refusesAnAuthAddressThatIsNone() {
        settings.put("passage.auth.url", "passage/auth");
        assertRefused("passage.auth.url");
    }

    @Test
    void refusesADataDirectoryThatCanNotBeMade() throws IOException {
        Path file = Files.createFile(parent.resolve("file"));
        settings.put("passage.data.dir", file.resolve("data").toString());
        assertRefused("passage.data.dir");
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
