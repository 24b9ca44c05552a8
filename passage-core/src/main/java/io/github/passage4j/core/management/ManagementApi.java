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
 * The Management API, which asks for the app's key, for the clients of this package. Thread-safe.
 *
 * <p>Reading is tried again, up to twice and within a second, when the connection failed or something answered 502, 503 or 504; changing
 * never is. When three of four calls of a kind failed, reading or changing, no more of that kind are sent for five seconds. The numbers are
 * those of MicroProfile Fault Tolerance (decision 0011): they work on injected instances only, and an app may set others by
 * {@code io.github.passage4j.core.management.ManagementApi/read/Retry/maxRetries} and so on.
 */
@ApplicationScoped
@CircuitBreaker(
        requestVolumeThreshold = PassageHttp.WINDOW,
        failureRatio = PassageHttp.FAILURES_OF_WINDOW,
        delay = PassageHttp.PAUSE_MILLIS,
        successThreshold = 1,
        failOn = PassageUnavailableException.class)
public class ManagementApi {

    private final PassageHttp http;
    private final @Nullable Secret apiKey;

    @Inject
    public ManagementApi(PassageConfig config) {
        this.http = new PassageHttp(config.apiUrl() + "/apps/" + config.appId());
        this.apiKey = config.apiKey();
    }

    @SuppressWarnings("NullAway") // only the proxy of the container uses it
    protected ManagementApi() {
        this.http = null;
        this.apiKey = null;
    }

    /** {@code GET}. */
    @Retry(
            maxRetries = PassageHttp.MORE_READS,
            delay = PassageHttp.READ_AGAIN_AFTER_MILLIS,
            jitter = PassageHttp.JITTER_MILLIS,
            maxDuration = PassageHttp.LAST_READ_WITHIN_MILLIS,
            retryOn = PassageHiccupException.class)
    public JsonObject read(String path) {
        return http.exchange("GET", path, apiKey, null);
    }

    /** Any other method. */
    public JsonObject change(String method, String path, @Nullable JsonObject body) {
        return http.exchange(method, path, apiKey, body);
    }
}
