package io.github.passage4j.server.apps;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The looks of the published Elements: twenty keys for light and twenty for dark, none of which may be missing. */
final class ElementCustomization {

    static final Map<String, Object> LIGHT = looks(
            new Colours("#ffffff", "#ffffff", "#222222"),
            new Button("#121212", "#f3f3f3", "#4d4d4d", "#121212", 0),
            new Button("#ffffff", "#222222", "#d7d7d7", "#d7d7d7", 1));

    static final Map<String, Object> DARK = looks(
            new Colours("#383838", "#4b4b4b", "#f3f3f3"),
            new Button("#f3f3f3", "#121212", "#d7d7d7", "#f3f3f3", 0),
            new Button("#383838", "#f3f3f3", "#4d4d4d", "#6b6b6b", 1));

    private static final String FONT = "Helvetica";
    private static final int RADIUS = 5;
    private static final int MAX_WIDTH = 300;

    private ElementCustomization() {}

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
