package io.github.passage4j.server.config;

import io.github.passage4j.server.RandomIds;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Reads and checks the settings, and makes up those of the default app that are missing. */
final class ServerConfigReader {

    private static final String APP_ID = "passage.app.id";
    private static final String API_KEY = "passage.api.key";

    private final Function<String, Optional<String>> settings;
    private final SecureRandom random;

    /**
     * @param settings gives the value of a setting from outside, empty when it is not set
     * @param random makes the app id and the API key
     */
    ServerConfigReader(Function<String, Optional<String>> settings, SecureRandom random) {
        this.settings = settings;
        this.random = random;
    }

    ServerConfig read() {
        Origin origin = origin();
        Path directory = Path.of(required("passage.data.dir")).toAbsolutePath().normalize();
        Map<String, String> app = defaultApp(DataDirectory.open(directory));
        return new ServerConfig(
                origin,
                directory,
                app.getOrDefault(APP_ID, ""),
                Secret.of(app.getOrDefault(API_KEY, "")),
                url("passage.auth.url"),
                url("passage.api.url"));
    }

    private Map<String, String> defaultApp(DataDirectory directory) {
        Map<String, Supplier<String>> missing = new LinkedHashMap<>();
        missing.put(APP_ID, () -> RandomIds.next(random));
        missing.put(API_KEY, () -> RandomIds.next(random) + RandomIds.next(random));
        Map<String, String> values = new LinkedHashMap<>();
        for (String name : new String[] {APP_ID, API_KEY}) {
            settings.apply(name).ifPresent(value -> {
                missing.remove(name);
                values.put(name, value.strip());
            });
        }
        GeneratedSettings.complete(directory, missing).forEach(values::putIfAbsent);
        return values;
    }

    private Origin origin() {
        try {
            return Origin.parse(required("passage.origin"));
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(
                    "passage.origin", "must be an origin such as https://shop.example, without a path", e);
        }
    }

    private String url(String setting) {
        String text = required(setting).strip().replaceAll("/+$", "");
        try {
            URI uri = URI.create(text);
            if (uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
                return text;
            }
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(setting, "must be an http or https address", e);
        }
        throw new ConfigurationException(setting, "must be an http or https address");
    }

    private String required(String setting) {
        return settings.apply(setting)
                .filter(value -> !value.isBlank())
                .orElseThrow(() -> new ConfigurationException(setting, "is not set"));
    }
}
