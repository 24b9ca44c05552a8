package io.github.passage4j.core.management;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbException;
import java.io.StringReader;
import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/** An answer of the Management API: what was asked for, or one {@link PassageApiException} whatever else it holds. */
final class ManagementAnswer {

    private static final Jsonb JSONB = JsonbBuilder.create();

    private final int status;
    private final JsonObject body;

    private ManagementAnswer(int status, JsonObject body) {
        this.status = status;
        this.body = body;
    }

    /** Reads the answer; fails unless its status is 2xx. */
    static ManagementAnswer of(HttpResponse<String> response) {
        int status = response.statusCode();
        if (status / 100 != 2) {
            throw refusal(status, response.body());
        }
        return new ManagementAnswer(status, parse(response));
    }

    PassageUser user() {
        JsonValue user = body.get("user");
        if (!(user instanceof JsonObject)) {
            throw unreadable(status, null);
        }
        try {
            return JSONB.fromJson(user.toString(), PassageUser.class);
        } catch (JsonbException e) {
            throw unreadable(status, e);
        }
    }

    private static JsonObject parse(HttpResponse<String> response) {
        try {
            return object(response.body());
        } catch (JsonException e) {
            throw unreadable(response.statusCode(), e);
        }
    }

    private static PassageApiException refusal(int status, String text) {
        try {
            JsonObject error = object(text);
            String code = string(error, "code");
            String message = string(error, "error");
            return new PassageApiException(
                    status, code, message == null ? "Passage answered " + status : message, null);
        } catch (JsonException e) {
            return new PassageApiException(status, null, "Passage answered " + status + " without a reason", e);
        }
    }

    private static JsonObject object(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    private static @Nullable String string(JsonObject object, String name) {
        return object.get(name) instanceof JsonString value ? value.getString() : null;
    }

    private static PassageApiException unreadable(int status, @Nullable Throwable cause) {
        return new PassageApiException(
                PassageApiException.NO_ANSWER,
                null,
                "Passage answered " + status + " with a body that can't be read",
                cause);
    }
}
