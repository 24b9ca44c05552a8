package io.github.passage4j.server.apps;

import io.github.passage4j.server.wire.PassageException;
import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The looks of the published Elements (Passage contract 3.3.1): twenty keys for light and twenty for dark, none of which may be missing. An
 * app sets some, the others have their usual values.
 */
public final class ElementCustomization {

    private static final Map<String, Object> LIGHT = looks(
            new Colours("#ffffff", "#ffffff", "#222222"),
            new Button("#121212", "#f3f3f3", "#4d4d4d", "#121212", 0),
            new Button("#ffffff", "#222222", "#d7d7d7", "#d7d7d7", 1));

    private static final Map<String, Object> DARK = looks(
            new Colours("#383838", "#4b4b4b", "#f3f3f3"),
            new Button("#f3f3f3", "#121212", "#d7d7d7", "#f3f3f3", 0),
            new Button("#383838", "#f3f3f3", "#4d4d4d", "#6b6b6b", 1));

    private static final String FONT = "Helvetica";
    private static final int RADIUS = 5;
    private static final int MAX_WIDTH = 300;

    private static final int LARGEST_PIXELS = 2_000;
    private static final Pattern COLOUR = Pattern.compile("#(?:[0-9A-Fa-f]{3,4}|[0-9A-Fa-f]{6}|[0-9A-Fa-f]{8})");

    private static final Set<String> FONTS = Set.of(
            FONT,
            "Arial",
            "Arial Black",
            "Verdana",
            "Tahoma",
            "Trebuchet MS",
            "Impact",
            "Gill Sans",
            "Times New Roman",
            "Georgia",
            "Palatino",
            "Baskerville",
            "Andal\u00e9 Mono",
            "Courier",
            "Lucida",
            "Monaco",
            "Bradley Hand",
            "Brush Script MT",
            "Luminari",
            "Comic Sans MS");

    private ElementCustomization() {}

    static Map<String, Object> light(App app) {
        return with(LIGHT, app.look());
    }

    static Map<String, Object> dark(App app) {
        return with(DARK, app.lookInTheDark());
    }

    private static Map<String, Object> with(Map<String, Object> usual, @Nullable JsonObject own) {
        Map<String, Object> looks = new LinkedHashMap<>(usual);
        if (own != null) {
            own.forEach((key, value) -> looks.put(
                    key, value instanceof JsonNumber number ? number.intValue() : ((JsonString) value).getString()));
        }
        return looks;
    }

    /**
     * Changes some keys of a look.
     *
     * @param field where the change was given
     * @param present what the app has set; null for nothing
     * @param given new values; null makes one usual again
     * @return all that the app sets then
     * @throws PassageException 400 for an unknown key, or a value that is not of its kind
     */
    public static JsonObject merge(String field, @Nullable JsonObject present, JsonObject given) {
        JsonObjectBuilder merged = present == null ? Json.createObjectBuilder() : Json.createObjectBuilder(present);
        given.forEach((key, value) -> {
            if (!LIGHT.containsKey(key)) {
                throw PassageException.invalid(
                        field, "has an unknown key; there are " + String.join(", ", LIGHT.keySet()));
            }
            if (value == JsonValue.NULL) {
                merged.remove(key);
            } else {
                check(field + "." + key, key, value);
                merged.add(key, value);
            }
        });
        return merged.build();
    }

    private static void check(String field, String key, JsonValue value) {
        if (LIGHT.get(key) instanceof Integer) {
            boolean isLength = value instanceof JsonNumber number
                    && number.isIntegral()
                    && number.bigDecimalValue().signum() >= 0
                    && number.bigDecimalValue().compareTo(BigDecimal.valueOf(LARGEST_PIXELS)) <= 0;
            require(isLength, field, "must be from 0 to " + LARGEST_PIXELS + " pixels");
        } else if (key.endsWith("_color")) {
            boolean isColour = value instanceof JsonString text
                    && COLOUR.matcher(text.getString()).matches();
            require(isColour, field, "must be a colour such as #1a2b3c");
        } else {
            boolean isFont = value instanceof JsonString text && FONTS.contains(text.getString());
            require(isFont, field, "must be one of " + String.join(", ", new TreeSet<>(FONTS)));
        }
    }

    private static void require(boolean isFine, String field, String problem) {
        if (!isFine) {
            throw PassageException.invalid(field, problem);
        }
    }

    private static Map<String, Object> looks(Colours colours, Button primary, Button secondary) {
        Map<String, Object> looks = new LinkedHashMap<>();
        looks.put("passage_container_background_color", colours.container());
        looks.put("passage_container_max_width", MAX_WIDTH);
        looks.put("passage_input_box_background_color", colours.input());
        looks.put("passage_input_box_border_radius", RADIUS);
        looks.put("passage_header_font_family", FONT);
        looks.put("passage_body_font_family", FONT);
        looks.put("passage_header_text_color", colours.text());
        looks.put("passage_body_text_color", colours.text());
        putButton(looks, "passage_primary_button", primary);
        putButton(looks, "passage_secondary_button", secondary);
        return Collections.unmodifiableMap(looks);
    }

    private static void putButton(Map<String, Object> looks, String prefix, Button button) {
        looks.put(prefix + "_background_color", button.background());
        looks.put(prefix + "_text_color", button.text());
        looks.put(prefix + "_hover_color", button.hover());
        looks.put(prefix + "_border_color", button.border());
        looks.put(prefix + "_border_radius", RADIUS);
        looks.put(prefix + "_border_width", button.borderWidth());
    }

    private record Colours(String container, String input, String text) {}

    private record Button(String background, String text, String hover, String border, int borderWidth) {}
}
