package io.github.passage4j.server.users;

import io.github.passage4j.server.apps.App;
import io.github.passage4j.server.apps.MetadataField;
import io.github.passage4j.server.wire.PassageException;
import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks {@code user_metadata} against the fields of the app. */
public final class Metadata {

    private static final String NAME = "user_metadata";
    private static final Pattern FIELD_NAME = Pattern.compile("\\w{1,64}");
    private static final Pattern BOOLEAN = Pattern.compile("(?i:true|false)");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]{1,18}");
    private static final int LONGEST = 1_000;
    private static final int LONGEST_IN_ALL = 8_000;

    private Metadata() {}

    /**
     * Checks metadata.
     *
     * @return the values that were given; empty when there are none
     * @throws PassageException 400 when a key is no field of the app or a value is not of the field's type
     */
    static Optional<JsonObject> check(App app, @Nullable JsonObject given) {
        if (given == null || given.isEmpty()) {
            return Optional.empty();
        }
        JsonObject merged = merge(app, null, given);
        return merged.isEmpty() ? Optional.empty() : Optional.of(merged);
    }

    /**
     * Replaces values.
     *
     * @param present what is there; null for nothing
     * @param given new values; null takes one away
     * @return all values after the change
     * @throws PassageException 400 as {@link #check}
     */
    public static JsonObject merge(App app, @Nullable JsonObject present, JsonObject given) {
        Map<String, MetadataField> fields =
                app.metadataFields().stream().collect(Collectors.toMap(MetadataField::fieldName, Function.identity()));
        Map<String, Object> merged = present == null ? new LinkedHashMap<>() : new LinkedHashMap<>(present);
        given.forEach((key, value) -> {
            MetadataField field = fields.get(key);
            if (field == null) {
                throw unknown(key, "app");
            }
            if (value == JsonValue.NULL) {
                merged.remove(key);
            } else {
                checkValue(field, key, value);
                merged.put(key, value);
            }
        });
        JsonObject values = Json.createObjectBuilder(merged).build();
        if (values.toString().length() > LONGEST_IN_ALL) {
            throw PassageException.invalid(NAME, "must have at most " + LONGEST_IN_ALL + " characters in all");
        }
        return values;
    }

    /**
     * Values that come from a table, where all is text: those of boolean and integer fields get their type, if they are spelt as one. The
     * rest stays as it is.
     */
    public static JsonObject typed(App app, JsonObject given) {
        Map<String, MetadataField.Type> types =
                app.metadataFields().stream().collect(Collectors.toMap(MetadataField::fieldName, MetadataField::type));
        JsonObjectBuilder values = Json.createObjectBuilder(given);
        given.forEach((key, value) -> {
            if (value instanceof JsonString text) {
                typed(types.get(key), text.getString().strip()).ifPresent(typed -> values.add(key, typed));
            }
        });
        return values.build();
    }

    private static Optional<JsonValue> typed(MetadataField.@Nullable Type type, String text) {
        if (type == MetadataField.Type.BOOLEAN && BOOLEAN.matcher(text).matches()) {
            return Optional.of(Boolean.parseBoolean(text) ? JsonValue.TRUE : JsonValue.FALSE);
        }
        return type == MetadataField.Type.INTEGER && WHOLE_NUMBER.matcher(text).matches()
                ? Optional.of(Json.createValue(Long.parseLong(text)))
                : Optional.empty();
    }

    /**
     * As {@link #merge}, for the owner of the account, who may change what the profile shows.
     *
     * @throws PassageException 400 also for a field that the profile does not show
     */
    public static JsonObject mergeByOwner(App app, @Nullable JsonObject present, JsonObject given) {
        Set<String> shown = app.metadataFields().stream()
                .filter(MetadataField::isInProfile)
                .map(MetadataField::fieldName)
                .collect(Collectors.toSet());
        given.keySet().stream().filter(key -> !shown.contains(key)).findFirst().ifPresent(key -> {
            throw unknown(key, "profile");
        });
        return merge(app, present, given);
    }

    /** Names the key, if it is one that anybody would choose. */
    private static PassageException unknown(String key, String place) {
        return FIELD_NAME.matcher(key).matches()
                ? PassageException.invalid(NAME + "." + key, "is no field of the " + place)
                : PassageException.invalid(NAME, "has a key that is no field of the " + place);
    }

    private static void checkValue(MetadataField field, String key, JsonValue value) {
        String problem =
                switch (field.type()) {
                    case STRING -> isText(value) ? "" : "must be a text of at most " + LONGEST + " characters";
                    case BOOLEAN -> value == JsonValue.TRUE || value == JsonValue.FALSE ? "" : "must be true or false";
                    case INTEGER -> isInteger(value) ? "" : "must be a whole number";
                    case DATE -> isDate(value) ? "" : "must be a date such as 2026-11-21";
                    case PHONE ->
                        isReadable(value, text -> PhoneNumber.parse(key, text))
                                ? ""
                                : "must be a phone number such as +491701234567";
                    case EMAIL ->
                        isReadable(value, text -> EmailAddress.parse(key, text)) ? "" : "must be an e-mail address";
                };
        if (!problem.isEmpty()) {
            throw PassageException.invalid(NAME + "." + key, problem);
        }
    }

    private static boolean isText(JsonValue value) {
        return value instanceof JsonString text && text.getString().length() <= LONGEST;
    }

    private static boolean isInteger(JsonValue value) {
        return value instanceof JsonNumber number
                && number.isIntegral()
                && number.bigDecimalValue().precision() <= 18
                && number.bigDecimalValue().scale() >= -18;
    }

    private static boolean isDate(JsonValue value) {
        try {
            return value instanceof JsonString text
                    && LocalDate.parse(text.getString()).toString().equals(text.getString());
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static boolean isReadable(JsonValue value, Function<String, Object> reader) {
        try {
            return value instanceof JsonString text && reader.apply(text.getString()) != null;
        } catch (PassageException e) {
            return false;
        }
    }
}
