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
import org.jspecify.annotations.Nullable;

/** Turns the app id in an address into the app, or into 404 {@code app_not_found}. */
@Provider
@ApplicationScoped
public class AppOfAddress implements ParamConverterProvider {

    private Apps apps;

    /** For the CDI proxy. */
    @SuppressWarnings("NullAway.Init")
    protected AppOfAddress() {}

    /** Makes the provider. */
    @Inject
    public AppOfAddress(Apps apps) {
        this.apps = apps;
    }

    @Override
    @SuppressWarnings("unchecked") // the raw type was just compared
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> rawType, Type genericType, Annotation[] annotations) {
        return rawType == App.class ? (ParamConverter<T>) new Converter() : null;
    }

    private final class Converter implements ParamConverter<App> {

        @Override
        public App fromString(String id) {
            return apps.find(id)
                    .orElseThrow(() -> new PassageException(ErrorCode.APP_NOT_FOUND, "There is no such app."));
        }

        @Override
        public String toString(App app) {
            return app.id();
        }
    }
}
