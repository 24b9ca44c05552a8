package io.github.passage4j.core.management;

import io.github.passage4j.core.config.PassageConfig;
import io.github.passage4j.core.config.Secret;
import io.github.passage4j.core.http.BoundedHttp;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The Management API over HTTP. Thread-safe. */
@ApplicationScoped
public class HttpPassageUsers implements PassageUsers {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(1);
    private static final Duration DEADLINE = Duration.ofSeconds(3);
    private static final int MAX_BYTES = 1024 * 1024;

    private final PassageConfig config;
    private final BoundedHttp http = new BoundedHttp(CONNECT_TIMEOUT, DEADLINE, MAX_BYTES);

    @Inject
    public HttpPassageUsers(PassageConfig config) {
        this.config = config;
    }

    @SuppressWarnings("NullAway") // only the proxy of the container uses it
    protected HttpPassageUsers() {
        this.config = null;
    }

    @Override
    public PassageUser get(String passageId) {
        if (passageId.isBlank()) {
            throw new IllegalArgumentException("passageId is required");
        }
        HttpResponse<String> answer = send(HttpRequest.newBuilder(address("/users/" + segment(passageId))));
        return ManagementAnswer.of(answer).user();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        Secret apiKey = config.apiKey();
        if (apiKey != null) {
            request.header("Authorization", "Bearer " + apiKey.reveal());
        }
        try {
            return http.send(request.header("Accept", "application/json").build());
        } catch (IOException e) {
            throw new PassageApiException(
                    PassageApiException.NO_ANSWER, null, "Passage gave no answer: " + e.getMessage(), e);
        }
    }

    private URI address(String path) {
        return URI.create(config.apiUrl() + "/apps/" + config.appId() + path);
    }

    private static String segment(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
