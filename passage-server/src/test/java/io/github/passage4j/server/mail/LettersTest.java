package io.github.passage4j.server.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.passage4j.server.apps.App;
import io.github.passage4j.server.testing.Samples;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LettersTest {

    private final App app = Samples.app();

    static Stream<String> languages() {
        return Languages.ALL.stream();
    }

    private Mail code(@Nullable String language) {
        return Letters.code(app, "ada@example.org", language, "482915", Duration.ofMinutes(5));
    }

    private static Properties texts(String language) throws IOException {
        try (InputStream in = LettersTest.class.getResourceAsStream("texts_" + language + ".properties")) {
            Properties texts = new Properties();
            texts.load(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8));
            return texts;
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void haveAllTextsInEveryLanguage(String language) throws IOException {
        Properties english = texts("en");
        Properties texts = texts(language);

        Set<String> keys = new TreeSet<>(english.stringPropertyNames());
        assertThat(texts.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(keys);
        assertThat(keys).allSatisfy(key -> assertThat(names(texts.getProperty(key)))
                .isEqualTo(names(english.getProperty(key))));
    }

    private static Set<String> names(String text) {
        Set<String> names = new TreeSet<>();
        for (String part : text.split("\\{", -1)) {
            if (part.contains("}")) {
                names.add(part.substring(0, part.indexOf('}')));
            }
        }
        return names;
    }

    @ParameterizedTest
    @MethodSource("languages")
    void tellTheCodeInBothForms(String language) {
        Mail mail = code(language);

        assertThat(mail.subject()).contains("Example Shop", "482915");
        assertThat(mail.text()).contains("482915", "5").doesNotContain("{");
        assertThat(mail.html()).contains("<strong>482915</strong>", "lang=\"" + language + "\"");
        assertThat(mail.otp()).isEqualTo("482915");
        assertThat(mail.magicLink()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"de-AT, Ihr Code", "DE, Ihr Code", "ja, Your code", "'', Your code", "../../x, Your code"})
    void useTheAppsLanguageWhenTheWantedOneIsUnknown(String wanted, String beginning) {
        assertThat(code(wanted).subject()).startsWith(beginning);
    }

    @Test
    void needNoLanguage() {
        assertThat(code(null).subject()).startsWith("Your code");
    }

    @Test
    void escapeWhatComesFromOutside() {
        App evil = new App(app.id(), "<b>{code}</b>\r\nBcc: eve@example.org", Samples.ORIGIN, Samples.NOW);

        Mail mail = Letters.code(evil, "ada@example.org", "en", "482915", Duration.ofMinutes(5));

        assertThat(mail.html()).contains("&lt;b&gt;{code}&lt;/b&gt;").doesNotContain("<b>");
        assertThat(mail.subject()).doesNotContain("\r", "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada@example.org\r\nBcc: eve@example.org", "ada@example.org\n", "", "\u0000"})
    void goToOneAddress(String to) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Mail(to, "subject", "text", "html", null, null))
                .withMessageStartingWith("to:");
    }

    @Test
    void haveOneLineOfSubject() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Mail("ada@example.org", "a\r\nBcc: b", "text", "html", null, null))
                .withMessageStartingWith("subject:");
    }
}
