package io.github.passage4j.faces.page;

import io.github.passage4j.core.config.PassageConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** What {@code <passage-register>} and {@code <passage-login>} and their page scripts must know. */
@Named("elements")
@ApplicationScoped
public class ElementsBean {

    /** Where the Elements look when nothing is said: beside the module they came in. */
    private static final String BESIDE_THE_MODULE = "auth/v1";

    private final PassageConfig config;
    private final PageSettings settings;

    @Inject
    public ElementsBean(PassageConfig config, PageSettings settings) {
        this.config = config;
        this.settings = settings;
    }

    @SuppressWarnings("NullAway") // only the proxy of the container uses it
    protected ElementsBean() {
        this.config = null;
        this.settings = null;
    }

    /** The Passage app that people register with. */
    public String getAppId() {
        return config.appId();
    }

    /** The Auth API, or {@code null} when the Elements find it without being told. */
    public @Nullable String getAuthUrl() {
        URI page = URI.create(config.origin() + "/");
        URI found = page.resolve(settings.elementsUrl()).resolve(BESIDE_THE_MODULE);
        return found.equals(config.authUrl()) ? null : config.authUrl().toString();
    }

    /** The ES module that defines the Elements. */
    public String getModuleUrl() {
        return settings.elementsUrl().toString();
    }

    /** The base of the REST API. */
    public String getApiUrl() {
        return settings.apiUrl().toString();
    }
}
