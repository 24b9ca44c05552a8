package io.github.passage4j.it.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.passage4j.it.support.Browser;
import io.github.passage4j.it.support.Pages;
import io.github.passage4j.it.support.RunScript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code ./run} on a new data directory, killed hard and started again. */
class RestartIT {

    @Test
    void keepsUserPasskeyRowAndSessionOverAHardKill() throws Exception {
        try (RunScript product = new RunScript();
                Browser browser = new Browser(product.origin())) {
            product.start();
            Pages pages = new Pages(browser);
            String email = Pages.newEmail();
            pages.register("Ada Lovelace", email);
            browser.waitForPath("/dashboard");

            product.killHard();
            product.start();

            browser.open("/dashboard");
            assertThat(browser.text()).contains("Welcome Ada Lovelace!").contains(email);
            pages.logout();
            pages.login(email);
            browser.waitForPath("/dashboard");
            assertThat(browser.text()).contains("Welcome Ada Lovelace!");

            assertThat(secretsIn(product.data())).isNotEmpty().noneMatch(product.output()::contains);
            assertThat(readableByOthers(product.data())).isEmpty();
            assertThat(product.stop()).isZero();
        }
    }

    private static List<String> secretsIn(Path data) throws IOException {
        return Files.readAllLines(data.resolve("passage.properties")).stream()
                .filter(line -> line.startsWith("passage.api.key="))
                .map(line -> line.substring(line.indexOf('=') + 1))
                .toList();
    }

    private static List<Path> readableByOthers(Path data) throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            return files.filter(RestartIT::isOpen).toList();
        }
    }

    private static boolean isOpen(Path file) {
        try {
            return !PosixFilePermissions.toString(Files.getPosixFilePermissions(file))
                    .endsWith("------");
        } catch (IOException e) {
            return false; // gone meanwhile
        }
    }
}
