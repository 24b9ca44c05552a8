package io.github.passage4j.server.users;

import io.github.passage4j.server.apps.App;
import io.github.passage4j.server.apps.MetadataField;
import io.github.passage4j.server.wire.PassageException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks {@code user_metadata} against the fields of the app. */
final class Metadata {

    private static final String NAME = "user_metadata";
    private static final int LONGEST = 1_000;

    private Metadata() {}

    /**
     * Checks metadata.
     *
     * @return what was given; empty when there is nothing in it
     * @throws PassageException 400 when a key is no field of the app or a value is not of the field's type
     */
    static Optional<JsonObject> check(App app, @Nullable JsonObject given) {
        if (given == null || given.isEmpty()) {
            return Optional.empty();
        }
        Map<String, MetadataField> fields =
                app.metadataFields().stream().collect(Collectors.toMap(MetadataField::fieldName, Function.identity()));
        given.forEach((key, value) -> checkValue(fields.get(key), key, value));
        return Optional.of(given);
    }

    private static void checkValue(@Nullable MetadataField field, String key, JsonValue value) {
        if (field == null) {
            throw PassageException.invalid(NAME, "has a key that is no field of the app");
        }
        boolean isText = value instanceof JsonString text && text.getString().length() <= LONGEST;
        if (field.type() == MetadataField.Type.STRING && !isText) {
            throw PassageException.invalid(NAME + "." + key, "must be a text of at most " + LONGEST + " characters");
        }
    }
}
