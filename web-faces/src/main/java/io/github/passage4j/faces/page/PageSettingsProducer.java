package io.github.passage4j.faces.page;

import io.github.passage4j.core.config.InvalidSettingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import org.eclipse.microprofile.config.Config;

/** Reads {@link PageSettings} from MicroProfile Config, at the start. */
@ApplicationScoped
public class PageSettingsProducer {

    @Inject
    Config config;

    /** The settings, as checked as {@link PageSettings} promises. */
    @Produces
    @Singleton
    public PageSettings pageSettings() {
        return new PageSettings(
                address("api.url", PageSettings.DEFAULT_API_URL),
                address("passage.elements.url", PageSettings.DEFAULT_ELEMENTS_URL));
    }

    void checkAtStart(@Observes @Initialized(ApplicationScoped.class) Object event, PageSettings checked) {}

    private URI address(String setting, String otherwise) {
        String value = config.getOptionalValue(setting, String.class)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .orElse(otherwise);
        try {
            return URI.create(value);
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingException(setting, "is not an address: " + value);
        }
    }
}
