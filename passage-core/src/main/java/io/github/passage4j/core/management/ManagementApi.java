package io.github.passage4j.core.management;

import io.github.passage4j.core.config.PassageConfig;
import io.github.passage4j.core.config.Secret;
import io.github.passage4j.core.http.AnswerTooLongException;
import io.github.passage4j.core.http.BoundedHttp;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.jspecify.annotations.Nullable;

/**
 * Passage over HTTP, for the clients of this package. Thread-safe.
 *
 * <p>An exchange takes two seconds at most. Reading is tried again, up to twice and within a second, when the connection failed or something
 * answered 502, 503 or 504; changing never is. When three of four calls in a row failed, Passage is left alone for five seconds. The
 * numbers are those of MicroProfile Fault Tolerance (decision 0011): they work on injected instances only, and an app may set others by
 * {@code io.github.passage4j.core.management.ManagementApi/read/Retry/maxRetries} and so on.
 */
@ApplicationScoped
public class ManagementApi {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(1);
    private static final Duration DEADLINE = Duration.ofSeconds(2);
    private static final int MAX_BYTES = 4 * 1024 * 1024;

    private final PassageConfig config;
    private final BoundedHttp http;

    @Inject
    public ManagementApi(PassageConfig config) {
        this.config = config;
        this.http = new BoundedHttp(CONNECT_TIMEOUT, DEADLINE, MAX_BYTES);
    }

    @SuppressWarnings("NullAway") // only the proxy of the container uses it
    protected ManagementApi() {
        this.config = null;
        this.http = null;
    }

    /** {@code GET} from the Management API. */
    @Retry(maxRetries = 2, delay = 100, jitter = 50, maxDuration = 1000, retryOn = PassageHiccupException.class)
    @CircuitBreaker(
            requestVolumeThreshold = 4,
            failureRatio = 0.75,
            delay = 5000,
            successThreshold = 1,
            failOn = PassageUnavailableException.class)
    public JsonObject read(String path) {
        return exchange(withKey(config.apiUrl() + "/apps/" + config.appId() + path));
    }

    /** {@code GET} from the Auth API, which asks for no key. */
    @Retry(maxRetries = 2, delay = 100, jitter = 50, maxDuration = 1000, retryOn = PassageHiccupException.class)
    @CircuitBreaker(
            requestVolumeThreshold = 4,
            failureRatio = 0.75,
            delay = 5000,
            successThreshold = 1,
            failOn = PassageUnavailableException.class)
    public JsonObject readPublic(String path) {
        return exchange(HttpRequest.newBuilder(URI.create(config.authUrl() + "/apps/" + config.appId() + path)));
    }

    /** Any other method of the Management API. */
    @CircuitBreaker(
            requestVolumeThreshold = 4,
            failureRatio = 0.75,
            delay = 5000,
            successThreshold = 1,
            failOn = PassageUnavailableException.class)
    public JsonObject change(String method, String path, @Nullable JsonObject body) {
        return exchange(withBody(withKey(config.apiUrl() + "/apps/" + config.appId() + path), method, body));
    }

    /**
     * Any other method of the Auth API.
     *
     * @param token of the user who asks, {@code null} where the Auth API asks for none
     */
    @CircuitBreaker(
            requestVolumeThreshold = 4,
            failureRatio = 0.75,
            delay = 5000,
            successThreshold = 1,
            failOn = PassageUnavailableException.class)
    public JsonObject changePublic(String method, String path, @Nullable Secret token, @Nullable JsonObject body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(config.authUrl() + "/apps/" + config.appId() + path));
        if (token != null) {
            request.header("Authorization", "Bearer " + token.reveal());
        }
        return exchange(withBody(request, method, body));
    }

    private static HttpRequest.Builder withBody(HttpRequest.Builder request, String method, @Nullable JsonObject body) {
        return body == null
                ? request.method(method, BodyPublishers.noBody())
                : request.header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body.toString()));
    }

    private HttpRequest.Builder withKey(String address) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address));
        Secret apiKey = config.apiKey();
        return apiKey == null ? request : request.header("Authorization", "Bearer " + apiKey.reveal());
    }

    private JsonObject exchange(HttpRequest.Builder request) {
        try {
            return ManagementAnswer.object(
                    http.send(request.header("Accept", "application/json").build()));
        } catch (IOException e) {
            throw noAnswer(e);
        }
    }

    /** Whoever was slow once is not asked to be slow again in the same call. */
    private static PassageUnavailableException noAnswer(IOException failure) {
        boolean slow = failure instanceof HttpTimeoutException || failure.getCause() instanceof HttpTimeoutException;
        String message = "Passage gave no answer: " + failure.getMessage();
        return slow || failure.getCause() instanceof AnswerTooLongException
                ? new PassageUnavailableException(PassageApiException.NO_ANSWER, null, message, null, failure)
                : new PassageHiccupException(PassageApiException.NO_ANSWER, null, message, null, failure);
    }
}
