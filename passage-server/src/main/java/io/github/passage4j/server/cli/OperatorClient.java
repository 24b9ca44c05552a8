package io.github.passage4j.server.cli;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Calls the running server. */
final class OperatorClient {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final String base;
    private final Path directory;

    /**
     * @param server base of the server, such as {@code http://localhost:8080/passage}
     * @param directory its data directory
     */
    OperatorClient(String server, Path directory) {
        this.base = server.replaceAll("/+$", "") + "/operator/v1";
        this.directory = directory;
    }

    /** The id of the app that is meant when none is named. */
    String defaultApp() {
        return get("/apps/default").path("app").path("id").asString();
    }

    JsonNode get(String path) {
        return send(request(path).GET());
    }

    JsonNode post(String path, JsonNode body) {
        return sendJson(path, "POST", body);
    }

    JsonNode patch(String path, @Nullable JsonNode body) {
        return body == null
                ? send(request(path).method("PATCH", BodyPublishers.noBody()))
                : sendJson(path, "PATCH", body);
    }

    void delete(String path) {
        send(request(path).DELETE());
    }

    private JsonNode sendJson(String path, String method, JsonNode body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body.toString())));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .timeout(PATIENCE)
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + key());
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            JsonNode body = answer.body().isBlank() ? JSON.nullNode() : JSON.readTree(answer.body());
            if (answer.statusCode() >= 300) {
                throw new FailedException(body.path("error").asString("the server answered " + answer.statusCode()));
            }
            return body;
        } catch (ConnectException e) {
            throw new FailedException("No server answers at " + base + ". Start it, or name it by --server.");
        } catch (IOException | JacksonException e) {
            throw new FailedException("The server at " + base + " gave no usable answer: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FailedException("Interrupted");
        }
    }

    private String key() {
        Path file = directory.resolve("operator.key");
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new FailedException(
                    "Can't read " + file + ": name the server's data directory by --data, as its owner.");
        }
    }

    /** The command can't be done; the message is for the operator. */
    static final class FailedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        FailedException(String message) {
            super(message);
        }
    }
}
