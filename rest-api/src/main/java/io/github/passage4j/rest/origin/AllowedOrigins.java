package io.github.passage4j.rest.origin;

import io.github.passage4j.core.config.PassageConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The origins whose pages may call the API: the app's own, and for calls with a token in the header those in {@code passage.cors.origins}
 * (comma-separated, none by default).
 */
@ApplicationScoped
public class AllowedOrigins {

    private static final String EXPOSED = "ETag, Location, Retry-After, WWW-Authenticate";

    private final String own;
    private final Set<String> named;

    @Inject
    public AllowedOrigins(PassageConfig config, @ConfigProperty(name = "passage.cors.origins") Optional<String> named) {
        this.own = config.origin().toString();
        this.named = named.stream()
                .flatMap(list -> Arrays.stream(list.split(",", -1)))
                .map(String::strip)
                .filter(origin -> !origin.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    @SuppressWarnings("NullAway") // only the proxy of the container uses it
    protected AllowedOrigins() {
        this.own = null;
        this.named = null;
    }

    boolean mayCall(RequestOrigin origin) {
        return origin.header().filter(named::contains).isPresent();
    }

    void grant(RequestOrigin origin, HttpServletResponse response) {
        response.setHeader("Access-Control-Allow-Origin", origin.header().orElseThrow());
        response.addHeader("Vary", "Origin");
        response.setHeader("Access-Control-Expose-Headers", EXPOSED);
        if (origin.isPreflight()) {
            response.setHeader("Access-Control-Allow-Methods", "GET, POST, PATCH, DELETE");
            response.setHeader("Access-Control-Allow-Headers", "Authorization, Content-Type, If-Match");
            response.setHeader("Access-Control-Max-Age", "600");
        }
    }

    /** The cookie counts only where the page is the app's own, or the caller is no browser and tells nothing. */
    boolean mayUseCookie(RequestOrigin origin) {
        boolean sameSite = origin.site()
                .map(site -> "same-origin".equals(site) || "none".equals(site))
                .orElse(true);
        return sameSite && origin.header().map(own::equals).orElse(true);
    }
}
