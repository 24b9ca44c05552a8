package io.github.passage4j.core.token;

import io.github.passage4j.core.http.BoundedHttp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The JWK set over HTTP: bounded in time and size, following no redirect. */
final class HttpJwksEndpoint implements JwksEndpoint {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(1);
    private static final Duration DEADLINE = Duration.ofMillis(1300);
    private static final int MAX_BYTES = 256 * 1024;

    private final HttpRequest request;
    private final BoundedHttp http;

    HttpJwksEndpoint(URI address) {
        this(address, new BoundedHttp(CONNECT_TIMEOUT, DEADLINE, MAX_BYTES));
    }

    HttpJwksEndpoint(URI address, BoundedHttp http) {
        this.request = HttpRequest.newBuilder(address)
                .header("Accept", "application/jwk-set+json, application/json")
                .build();
        this.http = http;
    }

    @Override
    public CompletableFuture<PublishedKeys> fetch() {
        return http.sendAsync(request).thenApply(HttpJwksEndpoint::keys);
    }

    private static PublishedKeys keys(HttpResponse<String> response) {
        if (response.statusCode() != 200) {
            throw failure("the key set was answered with status " + response.statusCode(), null);
        }
        try {
            return PublishedKeys.parse(response.body());
        } catch (ParseException e) {
            throw failure("the answer is not a JWK set", e);
        }
    }

    private static UncheckedIOException failure(String message, @Nullable Throwable cause) {
        return new UncheckedIOException(message, new IOException(message, cause));
    }
}
