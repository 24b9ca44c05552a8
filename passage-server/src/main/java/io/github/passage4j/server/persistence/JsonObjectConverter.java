package io.github.passage4j.server.persistence;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.io.StringReader;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Stores a JSON object as its text. */
@Converter
public class JsonObjectConverter implements AttributeConverter<JsonObject, String> {

    /** Kept, because {@code Json} looks through all archives for its provider each time that it makes a reader. */
    private final JsonReaderFactory readers = Json.createReaderFactory(Map.of());

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable JsonObject object) {
        return object == null ? null : object.toString();
    }

    @Override
    public @Nullable JsonObject convertToEntityAttribute(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try (JsonReader reader = readers.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
