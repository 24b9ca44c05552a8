package io.github.passage4j.server.config;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Function;

/** Reads and checks the settings of keys. */
final class KeyConfigReader {

    private static final Duration USUAL_AGE = Duration.ofDays(90);

    private final Function<String, Optional<String>> settings;

    /** @param settings gives the value of a setting, empty when it is not set */
    KeyConfigReader(Function<String, Optional<String>> settings) {
        this.settings = settings;
    }

    KeyConfig read() {
        return new KeyConfig(
                given(KeyConfig.MAX_AGE).map(KeyConfigReader::duration).orElse(USUAL_AGE),
                given(ServerKey.SETTING).map(ServerKey::parse));
    }

    private Optional<String> given(String setting) {
        return settings.apply(setting).map(String::strip).filter(value -> !value.isEmpty());
    }

    private static Duration duration(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw new ConfigurationException(KeyConfig.MAX_AGE, "must be a duration such as P90D", e);
        }
    }
}
