package io.github.passage4j.server.apps;

import io.github.passage4j.server.wire.ErrorCode;
import io.github.passage4j.server.wire.PassageException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Turns the app id in an address into the app, or into 404 {@code app_not_found}. Every request asks, so an app is
 * remembered for a second: that is how late a change to its settings may be seen.
 */
@Provider
@ApplicationScoped
public class AppOfAddress implements ParamConverterProvider {

    private static final Duration MEMORY = Duration.ofSeconds(1);

    private Apps apps;
    private Clock clock;
    private Map<String, Remembered> known;

    /** For the CDI proxy. */
    @SuppressWarnings("NullAway.Init")
    protected AppOfAddress() {}

    /** Makes the provider. */
    @Inject
    public AppOfAddress(Apps apps, Clock clock) {
        this.apps = apps;
        this.clock = clock;
        this.known = new ConcurrentHashMap<>();
    }

    @Override
    @SuppressWarnings("unchecked") // the raw type was just compared
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> rawType, Type genericType, Annotation[] annotations) {
        return rawType == App.class ? (ParamConverter<T>) new Converter() : null;
    }

    private App find(String id) {
        Instant now = clock.instant();
        Remembered remembered = known.get(id);
        if (remembered == null || !now.isBefore(remembered.until())) {
            remembered = new Remembered(fetch(id), now.plus(MEMORY));
            known.put(id, remembered);
        }
        return remembered.app();
    }

    private App fetch(String id) {
        return apps.find(id).orElseThrow(() -> new PassageException(ErrorCode.APP_NOT_FOUND, "There is no such app."));
    }

    private record Remembered(App app, Instant until) {}

    private final class Converter implements ParamConverter<App> {

        @Override
        public App fromString(String id) {
            return find(id);
        }

        @Override
        public String toString(App app) {
            return app.id();
        }
    }
}
