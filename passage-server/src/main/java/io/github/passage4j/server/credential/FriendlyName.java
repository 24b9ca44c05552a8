package io.github.passage4j.server.credential;

import io.github.passage4j.server.wire.PassageException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Names of passkeys: a first one from the browser that made it, {@code Chrome on Linux}, and those that people give. */
public final class FriendlyName {

    private static final String FIELD = "friendly_name";
    private static final int LONGEST = 64;
    private static final int MOST_UNITS = 128;
    private static final String UNKNOWN = "Passkey";

    /** Order counts: most browsers claim to be others as well. */
    private static final Map<String, String> BROWSERS = ordered(
            "Edg",
            "Edge",
            "OPR/",
            "Opera",
            "SamsungBrowser",
            "Samsung Internet",
            "FxiOS",
            "Firefox",
            "Firefox/",
            "Firefox",
            "CriOS",
            "Chrome",
            "Chrome/",
            "Chrome",
            "Safari/",
            "Safari");

    private static final Map<String, String> SYSTEMS = ordered(
            "iPhone",
            "iPhone",
            "iPad",
            "iPad",
            "Android",
            "Android",
            "CrOS",
            "ChromeOS",
            "Windows",
            "Windows",
            "Mac OS X",
            "macOS",
            "Linux",
            "Linux");

    private FriendlyName() {}

    /** Names a passkey by the {@code User-Agent} of the request that made it. */
    public static String of(@Nullable String userAgent) {
        if (userAgent == null) {
            return UNKNOWN;
        }
        String browser = match(BROWSERS, userAgent).orElse(UNKNOWN);
        return on(browser, userAgent);
    }

    /** Names the browser of a {@code User-Agent}; empty for other programs. */
    public static Optional<String> ofProgram(String userAgent) {
        return match(BROWSERS, userAgent).map(browser -> on(browser, userAgent));
    }

    private static String on(String browser, String userAgent) {
        return match(SYSTEMS, userAgent)
                .map(system -> browser + " on " + system)
                .orElse(browser);
    }

    /**
     * Checks a name that somebody gives.
     *
     * @return the name without blanks around it
     * @throws PassageException 400 when it is missing, longer than 64 characters, or has control characters
     */
    public static String check(@Nullable String name) {
        String stripped = name == null ? "" : name.strip();
        if (stripped.isEmpty()) {
            throw PassageException.invalid(FIELD, "is required");
        }
        if (stripped.codePointCount(0, stripped.length()) > LONGEST || stripped.length() > MOST_UNITS) {
            throw PassageException.invalid(FIELD, "must have at most " + LONGEST + " characters");
        }
        if (stripped.codePoints().anyMatch(FriendlyName::isUnprintable)) {
            throw PassageException.invalid(FIELD, "must have no control characters");
        }
        return stripped;
    }

    private static boolean isUnprintable(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.CONTROL
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }

    private static Optional<String> match(Map<String, String> names, String userAgent) {
        return names.entrySet().stream()
                .filter(entry -> userAgent.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static Map<String, String> ordered(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
