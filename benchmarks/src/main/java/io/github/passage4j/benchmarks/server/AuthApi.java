package io.github.passage4j.benchmarks.server;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * The Auth API of one app. The oldest of Java's clients, because it costs the least: client and server share the machine
 * that is measured.
 */
final class AuthApi {

    private final String base;

    /** @param origin where the product is, such as {@code http://localhost:8080} */
    AuthApi(String origin, String appId) {
        this.base = origin + "/passage/auth/v1/apps/" + appId;
    }

    JsonObject get(String path) {
        try {
            return answer(connection(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonObject post(String path, JsonObjectBuilder body) {
        try {
            HttpURLConnection connection = connection(path);
            connection.setDoOutput(true);
            connection.setRequestProperty("Content-Type", "application/json");
            try (OutputStream out = connection.getOutputStream()) {
                out.write(body.build().toString().getBytes(StandardCharsets.UTF_8));
            }
            return answer(connection);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpURLConnection connection(String path) throws IOException {
        return (HttpURLConnection) URI.create(base + path).toURL().openConnection();
    }

    /** The whole answer is read, so that the connection serves again. */
    private static JsonObject answer(HttpURLConnection connection) throws IOException {
        int status = connection.getResponseCode();
        if (status >= HttpURLConnection.HTTP_BAD_REQUEST) {
            try (InputStream error = connection.getErrorStream()) {
                String text = error == null ? "" : new String(error.readAllBytes(), StandardCharsets.UTF_8);
                throw new IOException(connection.getURL() + ": " + status + " " + text);
            }
        }
        try (InputStream in = connection.getInputStream();
                JsonReader reader = Json.createReader(in)) {
            return reader.readObject();
        }
    }
}
