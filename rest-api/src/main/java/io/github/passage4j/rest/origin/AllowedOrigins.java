package io.github.passage4j.rest.origin;

import io.github.passage4j.core.config.PassageConfig;
import io.github.passage4j.core.config.WebOrigin;
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

    private static final String SETTING = "passage.cors.origins";
    private static final String EXPOSED = "ETag, Location, RateLimit, RateLimit-Policy, Retry-After, WWW-Authenticate";

    private static final Set<String> SAME_SITE = Set.of("same-origin", "none");

    private final String own;
    private final Set<String> named;

    @Inject
    public AllowedOrigins(PassageConfig config, @ConfigProperty(name = SETTING) Optional<String> named) {
        this.own = config.origin().toString();
        this.named = named.stream()
                .flatMap(list -> Arrays.stream(list.split(",", -1)))
                .map(String::strip)
                .filter(origin -> !origin.isEmpty())
                .map(origin -> WebOrigin.parse(SETTING, origin).toString())
                .collect(Collectors.toUnmodifiableSet());
    }

    @SuppressWarnings("NullAway") // only the proxy of the container uses it
    protected AllowedOrigins() {
        this.own = null;
        this.named = null;
    }

    boolean mayCall(RequestOrigin origin) {
        return origin.headers().size() == 1 && named.containsAll(origin.headers());
    }

    void grant(RequestOrigin origin, HttpServletResponse response) {
        response.setHeader("Access-Control-Allow-Origin", origin.headers().get(0));
        response.setHeader("Access-Control-Expose-Headers", EXPOSED);
        if (origin.isPreflight()) {
            response.setHeader("Access-Control-Allow-Methods", "GET, POST, PATCH, DELETE");
            response.setHeader("Access-Control-Allow-Headers", "Authorization, Content-Type, If-Match, If-None-Match");
            response.setHeader("Access-Control-Max-Age", "600");
        }
    }

    /** Whether answers differ by origin at all. */
    boolean areNamed() {
        return !named.isEmpty();
    }

    /** The cookie counts only where the page is the app's own, or the caller is no browser and tells nothing. */
    boolean mayUseCookie(RequestOrigin origin) {
        return SAME_SITE.containsAll(origin.sites()) && Set.of(own).containsAll(origin.headers());
    }
}
