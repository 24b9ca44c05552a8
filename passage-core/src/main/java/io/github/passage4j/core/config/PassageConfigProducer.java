package io.github.passage4j.core.config;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/** Reads {@link PassageConfig} from MicroProfile Config, and makes a bad setting fail the start instead of the first request. */
@ApplicationScoped
public class PassageConfigProducer {

    private final Config config;

    @Inject
    public PassageConfigProducer(Config config) {
        this.config = config;
    }

    @SuppressWarnings("NullAway") // only the proxy of the container uses it
    protected PassageConfigProducer() {
        this.config = null;
    }

    /** The settings, as checked as {@link PassageConfig} promises. */
    @Produces
    @Singleton
    public PassageConfig passageConfig() {
        return new PassageConfig(
                text("passage.app.id"),
                apiKey(),
                address("passage.origin"),
                address("passage.auth.url"),
                address("passage.api.url"),
                clockSkew(),
                admins());
    }

    /** The clock that every time-dependent rule of the SDK reads. */
    @Produces
    @Singleton
    @PassageClock
    public Clock clock() {
        return Clock.systemUTC();
    }

    void checkAtStart(@Observes @Initialized(ApplicationScoped.class) Object event, PassageConfig checked) {}

    private String text(String setting) {
        return config.getOptionalValue(setting, String.class)
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .orElseThrow(() -> new InvalidSettingException(setting, "is not set"));
    }

    private URI address(String setting) {
        String value = text(setting);
        try {
            return URI.create(value);
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingException(setting, "is not an address");
        }
    }

    private @Nullable Secret apiKey() {
        return config.getOptionalValue("passage.api.key", String.class)
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .map(Secret::new)
                .orElse(null);
    }

    private Duration clockSkew() {
        String setting = "passage.clock.skew";
        try {
            return config.getOptionalValue(setting, String.class)
                    .map(String::strip)
                    .map(Duration::parse)
                    .orElse(PassageConfig.DEFAULT_CLOCK_SKEW);
        } catch (DateTimeParseException e) {
            throw new InvalidSettingException(setting, "must be a duration such as PT30S");
        }
    }

    private Set<String> admins() {
        return config.getOptionalValue("passage.admins", String.class).stream()
                .flatMap(list -> Arrays.stream(list.split(",")))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .collect(Collectors.toSet());
    }
}
