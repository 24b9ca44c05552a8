package io.github.passage4j.server.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The texts of messages in one language, from {@code texts_<language>.properties}. */
final class MailTexts {

    private static final String FALLBACK = "en";
    private static final Map<String, MailTexts> LANGUAGES = new ConcurrentHashMap<>();

    private final String language;
    private final Properties texts;

    private MailTexts(String language, Properties texts) {
        this.language = language;
        this.texts = texts;
    }

    /**
     * The texts in the first language that there are any in, else in English.
     *
     * @param wanted language tag, of which the primary part counts; null for none
     * @param usual language tag of the app
     */
    static MailTexts in(@Nullable String wanted, String usual) {
        for (String tag : new String[] {wanted == null ? "" : wanted, usual, FALLBACK}) {
            String language = primary(tag);
            if (Languages.ALL.contains(language)) {
                return LANGUAGES.computeIfAbsent(language, MailTexts::load);
            }
        }
        throw new IllegalStateException("there are always texts in English");
    }

    String language() {
        return language;
    }

    /** A text with {@code {names}} replaced by values, in one pass. */
    String text(String key, Map<String, String> values) {
        String text = Objects.requireNonNull(texts.getProperty(key), key);
        StringBuilder filled = new StringBuilder();
        int from = 0;
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
            int close = text.indexOf('}', open);
            filled.append(text, from, open)
                    .append(Objects.requireNonNull(values.get(text.substring(open + 1, close)), key));
            from = close + 1;
        }
        return filled.append(text.substring(from)).toString();
    }

    private static String primary(String tag) {
        int end = tag.indexOf('-');
        return (end < 0 ? tag : tag.substring(0, end)).toLowerCase(Locale.ROOT);
    }

    private static MailTexts load(String language) {
        try (InputStream in = MailTexts.class.getResourceAsStream("texts_" + language + ".properties")) {
            Properties texts = new Properties();
            texts.load(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8));
            return new MailTexts(language, texts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
