package io.github.passage4j.faces.page;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the pages look like. */
public enum Theme {
    /** As the system prefers. */
    SYSTEM("(prefers-color-scheme: dark)", "light dark", "auto"),
    LIGHT("not all", "light", "light"),
    DARK("all", "dark", "dark");

    private final String darkMedia;
    private final String colorScheme;
    private final String elementTheme;

    Theme(String darkMedia, String colorScheme, String elementTheme) {
        this.darkMedia = darkMedia;
        this.colorScheme = colorScheme;
        this.elementTheme = elementTheme;
    }

    /** The theme of this {@link #getKey}. */
    static Optional<Theme> ofKey(String key) {
        return Arrays.stream(values())
                .filter(theme -> theme.getKey().equals(key))
                .findFirst();
    }

    /** The theme in the cookie, in the form, and as {@code data-theme} of the page. */
    public String getKey() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The media (Media Queries Level 4) that the dark tokens are for. */
    public String getDarkMedia() {
        return darkMedia;
    }

    /** What the browser draws its own controls in (CSS Color Adjustment §2.2). */
    public String getColorScheme() {
        return colorScheme;
    }

    /** The attribute {@code theme} of the Elements. */
    public String getElementTheme() {
        return elementTheme;
    }
}
