package io.github.passage4j.server.users;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.io.StringReader;
import org.jspecify.annotations.Nullable;

/** Stores a JSON object as its text. */
@Converter
public class JsonObjectConverter implements AttributeConverter<JsonObject, String> {

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable JsonObject object) {
        return object == null ? null : object.toString();
    }

    @Override
    public @Nullable JsonObject convertToEntityAttribute(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
