package io.github.passage4j.core.management;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An answer of Passage: its JSON object, or one {@link PassageApiException} whatever else it holds. */
final class ManagementAnswer {

    private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

    private ManagementAnswer() {}

    /** The object that was answered with a status of 2xx; the empty one when the body is empty. */
    static JsonObject object(HttpResponse<String> response) {
        int status = response.statusCode();
        String text = response.body();
        if (status / 100 != 2) {
            throw refusal(status, text);
        }
        if (text.isBlank()) {
            return JsonValue.EMPTY_JSON_OBJECT;
        }
        JsonObject body = parse(text);
        if (body == null) {
            throw unreadable(status, text);
        }
        return body;
    }

    /** A member of an answer that must be there. */
    static JsonObject member(JsonObject body, String name) {
        if (body.get(name) instanceof JsonObject member) {
            return member;
        }
        throw unreadable(200, body.toString());
    }

    private static PassageApiException refusal(int status, String text) {
        JsonObject body = parse(text);
        String code = body == null ? null : Wire.textOrNull(body, "code");
        String reason = body == null ? null : Wire.textOrNull(body, "error");
        String message = reason == null ? "Passage answered " + status : reason;
        return switch (status) {
            case 502, 503, 504 -> new PassageHiccupException(status, code, message, text, null);
            default ->
                status >= 500
                        ? new PassageUnavailableException(status, code, message, text, null)
                        : new PassageApiException(status, code, message, text, null);
        };
    }

    private static @Nullable JsonObject parse(String text) {
        try (JsonReader reader = READERS.createReader(new StringReader(text))) {
            return reader.readObject();
        } catch (JsonException | IllegalStateException e) {
            return null;
        }
    }

    private static PassageApiException unreadable(int status, String text) {
        return new PassageApiException(
                PassageApiException.NO_ANSWER,
                null,
                "Passage answered " + status + " with a body that can't be read",
                text,
                null);
    }
}
