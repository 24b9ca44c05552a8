package io.github.passage4j.server.mail;

import io.github.passage4j.server.apps.App;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The texts of messages in one language, from {@code texts_<language>.properties}. */
public final class MessageTexts {

    private static final String FALLBACK = "en";
    private static final Map<String, MessageTexts> LANGUAGES = new ConcurrentHashMap<>();

    private final String language;
    private final Properties texts;

    private MessageTexts(String language, Properties texts) {
        this.language = language;
        this.texts = texts;
    }

    /**
     * The texts in the first language that there are any in, else in English.
     *
     * @param wanted language tag, of which the primary part counts; null for none
     * @param usual language tag of the app
     */
    public static MessageTexts in(@Nullable String wanted, String usual) {
        for (String tag : new String[] {wanted == null ? "" : wanted, usual, FALLBACK}) {
            String language = primary(tag);
            if (Languages.ALL.contains(language)) {
                return LANGUAGES.computeIfAbsent(language, MessageTexts::load);
            }
        }
        throw new IllegalStateException("there are always texts in English");
    }

    String language() {
        return language;
    }

    /** A text with {@code {names}} replaced by values, in one pass. */
    public String text(String key, Map<String, String> values) {
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

    /**
     * What texts name: {@code app} and {@code minutes}, and more.
     *
     * @param lifetime told in minutes, one at least
     */
    public static Map<String, String> values(App app, Duration lifetime, Map<String, String> more) {
        String minutes = String.valueOf(Math.max(1, lifetime.toMinutes()));
        String name = app.name()
                .codePoints()
                .filter(point -> !Character.isISOControl(point))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        Map<String, String> values = new HashMap<>(more);
        values.put("app", name);
        values.put("minutes", minutes);
        return values;
    }

    private static String primary(String tag) {
        int end = tag.indexOf('-');
        return (end < 0 ? tag : tag.substring(0, end)).toLowerCase(Locale.ROOT);
    }

    private static MessageTexts load(String language) {
        try (InputStream in = MessageTexts.class.getResourceAsStream("texts_" + language + ".properties")) {
            Properties texts = new Properties();
            texts.load(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8));
            return new MessageTexts(language, texts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
