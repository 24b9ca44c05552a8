package io.github.passage4j.core.management;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Lenient reading of what Passage sends: a member that is absent, null or of another type than expected is taken as the empty value. A
 * newer Passage must not break an older client.
 */
final class Wire {

    private Wire() {}

    static String text(JsonObject object, String name) {
        String text = textOrNull(object, name);
        return text == null ? "" : text;
    }

    static @Nullable String textOrNull(JsonObject object, String name) {
        return object.get(name) instanceof JsonString text ? text.getString() : null;
    }

    static boolean flag(JsonObject object, String name) {
        return JsonValue.TRUE.equals(object.get(name));
    }

    static long number(JsonObject object, String name) {
        return object.get(name) instanceof JsonNumber number ? number.longValue() : 0;
    }

    /** RFC 3339. */
    static @Nullable Instant time(JsonObject object, String name) {
        String text = textOrNull(object, name);
        if (text == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    static JsonObject object(JsonObject object, String name) {
        return object.get(name) instanceof JsonObject member ? member : JsonValue.EMPTY_JSON_OBJECT;
    }

    static List<String> texts(JsonObject object, String name) {
        return array(object, name).stream()
                .filter(JsonString.class::isInstance)
                .map(value -> ((JsonString) value).getString())
                .toList();
    }

    static <T> List<T> objects(JsonObject object, String name, Function<JsonObject, T> reading) {
        return array(object, name).stream()
                .filter(JsonObject.class::isInstance)
                .map(value -> reading.apply((JsonObject) value))
                .toList();
    }

    private static JsonArray array(JsonObject object, String name) {
        return object.get(name) instanceof JsonArray array ? array : JsonValue.EMPTY_JSON_ARRAY;
    }
}
