package io.github.passage4j.it.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.passage4j.it.support.Browser.Screen;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Looks at what a browser shows, on a desk and on a phone, light and dark: axe finds nothing, nothing sticks out at the side, also at 200 and 400
 * percent zoom (WCAG 2.2, 1.4.10), and a picture is kept.
 */
public final class Looks {

    /** A desk of 1280 pixels at 200 percent, and at 400. */
    private static final List<Integer> ZOOMED_WIDTHS = List.of(640, 320);

    /** What sticks out, and how far the page can be scrolled to the side. */
    private static final String STICKING_OUT = """
            const width = document.documentElement.clientWidth;
            const roots = (root) => [root, ...[...root.querySelectorAll('*')].flatMap((e) => (e.shadowRoot ? roots(e.shadowRoot) : []))];
            const all = roots(document).flatMap((root) => [...root.querySelectorAll('body *, :host *')]);
            const scroll = document.documentElement.scrollWidth - width;
            return scroll <= 0 ? [] : [`${scroll} px`, ...all.filter((e) => e.getBoundingClientRect().right > width + 0.5)
              .map((e) => `${e.localName}#${e.id}.${e.className}`)];
            """;

    private final Browser browser;
    private final Path pictures;

    /**
     * Through this browser.
     *
     * @param pictures folder below {@code target} that pictures are kept in
     */
    public Looks(Browser browser, String pictures) {
        this.browser = browser;
        this.pictures = Path.of("target", pictures);
    }

    /** Looks at the present state of the page from all sides, under this name. */
    public void at(String state) {
        for (Screen screen : Screen.values()) {
            for (String scheme : List.of("light", "dark")) {
                browser.looksThrough(screen, scheme);
                browser.settle();
                String view = state + "-" + screen.name().toLowerCase(Locale.ROOT) + "-" + scheme;
                keep(view);
                assertThat(browser.violations()).as(view).isEmpty();
                assertNothingSticksOut(view);
            }
        }
        for (int width : ZOOMED_WIDTHS) {
            browser.looksThrough(width, 900, "light");
            browser.settle();
            String view = state + "-" + width;
            keep(view);
            assertNothingSticksOut(view);
        }
        browser.looksThrough(Screen.DESK, "light");
    }

    /** Keeps a picture as it is now. */
    public void keep(String name) {
        try {
            Files.createDirectories(pictures);
            Files.write(pictures.resolve(name + ".png"), browser.picture());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void assertNothingSticksOut(String view) {
        assertThat((List<?>) browser.run(STICKING_OUT)).as(view).isEmpty();
    }
}
