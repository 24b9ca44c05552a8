package io.github.passage4j.faces.page;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** The JSON object that a script of our pages sends. A form can't say that it is JSON, so no other site can send one without being asked first. */
public final class JsonBody {

    private JsonBody() {}

    /**
     * Reads it.
     *
     * @param maxBytes most bytes of it
     * @return the empty object when there is no body
     * @throws IllegalArgumentException when the body is something else, or longer
     */
    public static JsonObject of(HttpServletRequest request, int maxBytes) throws IOException {
        byte[] body = request.getInputStream().readNBytes(maxBytes + 1);
        if (body.length == 0) {
            return JsonValue.EMPTY_JSON_OBJECT;
        }
        String type = request.getContentType();
        if (type == null || !type.startsWith("application/json") || body.length > maxBytes) {
            throw new IllegalArgumentException("the body must be JSON of at most " + maxBytes + " bytes");
        }
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(body))) {
            return reader.readObject();
        } catch (JsonException e) {
            throw new IllegalArgumentException("the body must be a JSON object", e);
        }
    }
}
