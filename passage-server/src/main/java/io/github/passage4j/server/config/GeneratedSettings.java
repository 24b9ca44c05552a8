package io.github.passage4j.server.config;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The file {@code passage.properties}: values that the server made up itself because nobody set them. */
final class GeneratedSettings {

    private static final String FILE = "passage.properties";
    private static final String HEAD =
            "# Made by passage-server on its first start. A setting from outside wins over this file.\n";

    private GeneratedSettings() {}

    /**
     * Returns a value for each name: the one in the file, else a generated one, which is then in the file. Nothing is
     * written when nothing was generated.
     */
    static Map<String, String> complete(DataDirectory directory, Map<String, Supplier<String>> wanted) {
        if (wanted.isEmpty()) {
            return Map.of();
        }
        return parse(directory.update(FILE, present -> {
            String content = present.orElse(HEAD);
            Map<String, String> known = parse(content);
            return wanted.entrySet().stream()
                    .filter(entry -> !known.containsKey(entry.getKey()))
                    .map(entry -> entry.getKey() + "=" + entry.getValue().get() + "\n")
                    .collect(Collectors.joining("", content.endsWith("\n") ? content : content + "\n", ""));
        }));
    }

    private static Map<String, String> parse(String content) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> values = new LinkedHashMap<>();
        properties.stringPropertyNames().forEach(name -> values.put(name, properties.getProperty(name)));
        return values;
    }
}
