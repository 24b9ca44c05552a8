package io.github.passage4j.faces.profile;

import io.github.passage4j.core.management.AppInfo;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field of the app's own that Passage keeps about each user and the app shows in the profile.
 *
 * @param name key among the user's metadata
 * @param label what people read
 * @param type {@code string}, {@code boolean}, {@code integer}, {@code date}, {@code phone} or {@code email}
 */
public record ProfileField(String name, String label, String type) {

    private static final String PARAMETER = "field.";

    /** The fields of the app's profile, in their order. */
    static List<ProfileField> of(AppInfo app) {
        JsonArray schema = app.json().get("user_metadata_schema") instanceof JsonArray fields
                ? fields
                : JsonValue.EMPTY_JSON_ARRAY;
        return schema.stream()
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast)
                .filter(field -> JsonValue.TRUE.equals(field.get("profile")))
                .map(field -> new ProfileField(
                        field.getString("field_name", ""),
                        field.getString("friendly_name", field.getString("field_name", "")),
                        field.getString("type", "string")))
                .filter(field -> !field.name.isEmpty())
                .toList();
    }

    /** The name of the input on the page. */
    public String parameter() {
        return PARAMETER + name;
    }

    /** Whether it is a box to tick. */
    public boolean isFlag() {
        return "boolean".equals(type);
    }

    /** The kind of input (HTML, {@code input type}). */
    public String inputType() {
        return switch (type) {
            case "date" -> "date";
            case "email" -> "email";
            case "phone" -> "tel";
            default -> "text";
        };
    }

    /** The value as an input holds it, empty when there is none. */
    String textOf(JsonObject metadata) {
        JsonValue value = metadata.getOrDefault(name, JsonValue.NULL);
        if (value instanceof JsonString text) {
            return text.getString();
        }
        return value instanceof JsonNumber || value == JsonValue.TRUE ? value.toString() : "";
    }

    /**
     * The value as Passage keeps it; null takes it away.
     *
     * @param typed {@code null} for a box that is not ticked
     * @throws NumberFormatException when it should be a number and is none
     */
    JsonValue valueOf(@Nullable String typed) {
        if (isFlag()) {
            return typed == null ? JsonValue.FALSE : JsonValue.TRUE;
        }
        String text = typed == null ? "" : typed.strip();
        if (text.isEmpty()) {
            return JsonValue.NULL;
        }
        return "integer".equals(type) ? Json.createValue(new BigDecimal(text)) : Json.createValue(text);
    }
}
