package io.github.passage4j.core.token;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON object (RFC 8259) of which there is only one understanding: each member once at every level, nothing after the object,
 * nesting and numbers bounded. Values are {@code String}, {@link BigDecimal}, {@code Boolean}, {@code null}, {@code List} and {@code Map}.
 */
final class StrictJson {

    private static final int MAX_DEPTH = 8;
    private static final int MAX_NUMBER_LENGTH = 32;
    private static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of());

    private final JsonParser parser;

    private StrictJson(JsonParser parser) {
        this.parser = parser;
    }

    /**
     * The object that the text is.
     *
     * @throws JsonException when it is anything else
     */
    static Map<String, @Nullable Object> readObject(String text) {
        try (JsonParser parser = PARSERS.createParser(new StringReader(text))) {
            if (parser.next() != Event.START_OBJECT) {
                throw new JsonException("not an object");
            }
            Map<String, @Nullable Object> object = new StrictJson(parser).object(1);
            if (parser.hasNext()) {
                throw new JsonException("more than one value");
            }
            return object;
        } catch (JsonException e) {
            throw e;
        } catch (RuntimeException e) {
            // Providers differ in what they throw at text that ends early
            throw new JsonException("not JSON", e);
        }
    }

    private Map<String, @Nullable Object> object(int depth) {
        Map<String, @Nullable Object> members = new HashMap<>();
        while (parser.next() != Event.END_OBJECT) {
            String name = parser.getString();
            if (members.containsKey(name)) {
                throw new JsonException("a member twice");
            }
            members.put(name, value(parser.next(), depth));
        }
        return Collections.unmodifiableMap(members);
    }

    private List<@Nullable Object> array(int depth) {
        List<@Nullable Object> values = new ArrayList<>();
        for (Event event = parser.next(); event != Event.END_ARRAY; event = parser.next()) {
            values.add(value(event, depth));
        }
        return Collections.unmodifiableList(values);
    }

    private @Nullable Object value(Event event, int depth) {
        if (depth >= MAX_DEPTH) {
            throw new JsonException("nested too deeply");
        }
        return switch (event) {
            case START_OBJECT -> object(depth + 1);
            case START_ARRAY -> array(depth + 1);
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER -> number(parser.getString());
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> throw new JsonException("not a value");
        };
    }

    private static BigDecimal number(String text) {
        if (text.length() > MAX_NUMBER_LENGTH) {
            throw new JsonException("a number of more than " + MAX_NUMBER_LENGTH + " characters");
        }
        return new BigDecimal(text);
    }
}
