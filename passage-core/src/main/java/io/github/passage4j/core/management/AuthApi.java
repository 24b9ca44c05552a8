package io.github.passage4j.core.management;

import io.github.passage4j.core.config.PassageConfig;
import io.github.passage4j.core.config.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.jspecify.annotations.Nullable;

/**
 * The Auth API, which asks for the token of a user, or for nothing, for the clients of this package. Retries and circuit breakers are those of
 * {@link ManagementApi}, counted on their own: the two may be different servers. Thread-safe.
 */
@ApplicationScoped
@CircuitBreaker(
        requestVolumeThreshold = PassageHttp.WINDOW,
        failureRatio = PassageHttp.FAILURES_OF_WINDOW,
        delay = PassageHttp.PAUSE_MILLIS,
        successThreshold = 1,
        failOn = PassageUnavailableException.class)
public class AuthApi {

    private final PassageHttp http;

    @Inject
    public AuthApi(PassageConfig config) {
        this.http = new PassageHttp(config.authUrl() + "/apps/" + config.appId());
    }

    @SuppressWarnings("NullAway") // only the proxy of the container uses it
    protected AuthApi() {
        this.http = null;
    }

    /**
     * {@code GET}.
     *
     * @param token of the user who asks, {@code null} where the Auth API asks for none
     */
    @Retry(
            maxRetries = PassageHttp.MORE_READS,
            delay = PassageHttp.READ_AGAIN_AFTER_MILLIS,
            jitter = PassageHttp.JITTER_MILLIS,
            maxDuration = PassageHttp.LAST_READ_WITHIN_MILLIS,
            retryOn = PassageHiccupException.class)
    public JsonObject read(String path, @Nullable Secret token) {
        return http.exchange("GET", path, token, null);
    }

    /**
     * Any other method.
     *
     * @param token of the user who asks, {@code null} where the Auth API asks for none
     */
    public JsonObject change(String method, String path, @Nullable Secret token, @Nullable JsonObject body) {
        return http.exchange(method, path, token, body);
    }
}
