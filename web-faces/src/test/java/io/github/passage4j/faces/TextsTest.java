package io.github.passage4j.faces;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsTest {

    private static final Path BUNDLES = Path.of("src/main/resources/io/github/passage4j/faces");
    private static final Path PAGES = Path.of("src/main/webapp");
    private static final Pattern USE = Pattern.compile("texts\\['([^']+)']");

    private final Properties english = load("texts_en.properties");
    private final Properties german = load("texts_de.properties");

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(german.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(english.stringPropertyNames());
    }

    @Test
    void noTextIsBlank() {
        assertThat(english.values())
                .allSatisfy(text -> assertThat((String) text).isNotBlank());
        assertThat(german.values()).allSatisfy(text -> assertThat((String) text).isNotBlank());
    }

    @Test
    void everyTextOfAPageExists() throws IOException {
        assertThat(english.stringPropertyNames()).containsAll(usedTexts());
    }

    @Test
    void everyErrorPageHasATitleAndSaysMore() throws IOException {
        String pages = Files.readString(Path.of("src/main/java/io/github/passage4j/faces/security/ErrorPage.java"));
        Matcher page =
                Pattern.compile("[A-Z_]+\\((\\d{3})(?:, \"([a-z-]+)\")?\\)[,;]").matcher(pages);
        while (page.find()) {
            String key = "error." + (page.group(2) == null ? page.group(1) : page.group(2));
            assertThat(english.stringPropertyNames()).contains(key + ".title", key + ".text");
        }
    }

    @Test
    void theDashboardSaysWhatTheGuidePromises() {
        assertThat(english.getProperty("dashboard.welcome")).isEqualTo("Welcome");
        assertThat(english.getProperty("dashboard.welcome.name")).isEqualTo("Welcome");
        assertThat(english.getProperty("dashboard.signed-in")).isEqualTo("You successfully signed in with Passage.");
        assertThat(english.getProperty("dashboard.email")).isEqualTo("Your email is:");
    }

    private static Set<String> usedTexts() throws IOException {
        Set<String> used = new TreeSet<>();
        try (Stream<Path> files = Files.walk(PAGES)) {
            for (Path page :
                    files.filter(file -> file.toString().endsWith(".xhtml")).toList()) {
                Matcher use = USE.matcher(Files.readString(page));
                while (use.find()) {
                    used.add(use.group(1));
                }
            }
        }
        return used;
    }

    private static Properties load(String name) {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(BUNDLES.resolve(name), StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return texts;
    }
}
