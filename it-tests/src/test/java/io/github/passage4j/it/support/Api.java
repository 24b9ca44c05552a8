package io.github.passage4j.it.support;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;

/** {@code /api/user} as an integrator calls it. */
public final class Api {

    /** HTTP/1.1: the server ends an HTTP/2 connection after a number of requests, under the feet of those under way. */
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Api() {}

    /** A request to the caller's own row, to be completed by the test. */
    public static HttpRequest.Builder user() {
        return HttpRequest.newBuilder(URI.create(Product.origin() + "/api/user"));
    }

    /** A request with this token in the header. */
    public static HttpRequest.Builder userWith(String token) {
        return user().header("Authorization", "Bearer " + token);
    }

    /** Creates the caller's row. */
    public static HttpResponse<String> create(String token, String json) {
        return send(userWith(token).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    /** Reads the caller's row. */
    public static HttpResponse<String> read(String token) {
        return send(userWith(token).GET());
    }

    public static HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, BodyHandlers.ofString());
    }

    /** The same with the answer as the handler reads it. */
    public static <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> handler) {
        try {
            return CLIENT.send(request.build(), handler);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public static JsonObject json(HttpResponse<String> response) {
        return json(response.body());
    }

    public static JsonObject json(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
