package io.github.passage4j.it.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.passage4j.it.support.Browser;
import io.github.passage4j.it.support.Pages;
import io.github.passage4j.it.support.RunScript;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code ./run} on a new data directory: killed hard and started again, and with a Passage that does not answer. */
class RunScriptIT {

    @Test
    void keepsUserPasskeyRowAndSessionOverAHardKill() throws Exception {
        try (RunScript product = new RunScript();
                Browser browser = new Browser(product.origin())) {
            product.start();
            Pages pages = new Pages(browser);
            String email = Pages.newEmail();
            pages.register("Ada Lovelace", email);
            browser.waitForPath("/dashboard");
            assertThatThrownBy(() -> startAnotherOn(product.data())).hasMessageContaining("is in use by process");

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

    @Test
    void losesNoUserWhenKilledBetweenSignUpAndPasskeyAndBetweenPasskeyAndRow() throws Exception {
        try (RunScript product = new RunScript();
                Browser browser = new Browser(product.origin())) {
            product.start();
            Pages pages = new Pages(browser);
            String email = Pages.newEmail();
            pages.beginRegistration("Ada Lovelace", email);
            browser.see("[data-testid=register-main-button]");

            product.killHard();
            product.start();
            browser.block(product.origin() + "/session", product.origin() + "/api/user");
            browser.click("[data-testid=register-main-button]");
            browser.see("[data-testid=failure-message]");
            assertThat(browser.passkeys()).isEqualTo(1);

            product.killHard();
            product.start();
            browser.block();
            pages.login(email);

            browser.waitForPath("/dashboard");
            assertThat(browser.text()).contains("Welcome").contains(email);
        }
    }

    @Test
    void greetsByNameWhileTheManagementApiIsAway() throws Exception {
        try (RunScript product = new RunScript();
                Browser browser = new Browser(product.origin())) {
            product.start(Map.of("PASSAGE_API_URL", "http://localhost:1/passage/api/v1"));
            String email = Pages.newEmail();

            new Pages(browser).register("Ada Lovelace", email);

            browser.waitForPath("/dashboard");
            assertThat(browser.text())
                    .contains("Welcome Ada Lovelace!")
                    .contains("can't be shown right now")
                    .doesNotContain(email);
        }
    }

    @Test
    void runsOnPostgreSqlByASettingAlone() throws Exception {
        String password = UUID.randomUUID().toString();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                        .setServerConfig("listen_addresses", "127.0.0.1")
                        .start();
                RunScript product = new RunScript();
                Browser browser = new Browser(product.origin())) {
            run(postgres, "CREATE ROLE passage LOGIN PASSWORD '" + password + "'");
            run(postgres, "CREATE DATABASE passage OWNER passage");
            product.start(Map.of(
                    "PASSAGE_DB_URL",
                    "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/passage",
                    "PASSAGE_DB_USER",
                    "passage",
                    "PASSAGE_DB_PASSWORD",
                    password));
            String email = Pages.newEmail();

            new Pages(browser).register("Ada \uD83E\uDD16 \u05D0\u0301", email);

            browser.waitForPath("/dashboard");
            assertThat(browser.text())
                    .contains("Welcome Ada \uD83E\uDD16 \u05D0\u0301!")
                    .contains(email);
            assertThat(product.output()).doesNotContain(password);
            assertThat(product.data().resolve("passage")).doesNotExist();
        }
    }

    @Test
    void signsByANativeLibraryWhereThatIsWanted() throws Exception {
        try (RunScript product = new RunScript();
                Browser browser = new Browser(product.origin())) {
            product.start(Map.of("PASSAGE_NATIVE_CRYPTO", "on"));
            Pages pages = new Pages(browser);
            String email = Pages.newEmail();

            pages.register("Ada Lovelace", email);
            browser.waitForPath("/dashboard");
            pages.logout();
            pages.login(email);

            browser.waitForPath("/dashboard");
            assertThat(browser.text()).contains("Welcome Ada Lovelace!").contains(email);
            assertThat(product.output()).contains("Signatures by AmazonCorrettoCryptoProvider");
        }
    }

    private static void run(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void startAnotherOn(Path data) {
        try (RunScript another = new RunScript(data)) {
            another.start();
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
            return files.filter(RunScriptIT::isOpen).toList();
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
