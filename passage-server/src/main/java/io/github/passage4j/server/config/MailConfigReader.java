package io.github.passage4j.server.config;

import java.util.Optional;
import java.util.function.Function;

/** Reads and checks the settings of mail. */
final class MailConfigReader {

    private static final String PORT = "passage.smtp.port";
    private static final int SUBMISSION = 587;
    private static final int LARGEST_PORT = 65_535;

    private final Function<String, Optional<String>> settings;

    MailConfigReader(Function<String, Optional<String>> settings) {
        this.settings = settings;
    }

    MailConfig read(Origin origin) {
        return new MailConfig(
                setting("passage.smtp.host"),
                setting(PORT).map(MailConfigReader::port).orElse(SUBMISSION),
                setting("passage.smtp.user"),
                Secret.of(setting("passage.smtp.password").orElse("")),
                setting("passage.mail.from").orElse("passage@" + origin.host()));
    }

    private Optional<String> setting(String name) {
        return settings.apply(name).map(String::strip).filter(value -> !value.isEmpty());
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port > 0 && port <= LARGEST_PORT) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw new ConfigurationException(PORT, "must be a number", e);
        }
        throw new ConfigurationException(PORT, "must be from 1 to " + LARGEST_PORT);
    }
}
