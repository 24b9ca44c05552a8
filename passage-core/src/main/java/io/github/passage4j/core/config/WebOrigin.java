package io.github.passage4j.core.config;

import java.net.URI;
import java.util.Locale;

/** Origins in settings, brought to the spelling in which browsers send them (RFC 6454 §6.2): lower case, without the scheme's own port. */
public final class WebOrigin {

    private static final int MAX_PORT = 65_535;

    private WebOrigin() {}

    /**
     * The origin as browsers spell it.
     *
     * @param setting whose value the text is
     * @throws InvalidSettingException when the text is no origin of a web page; {@code *} and {@code null} are none
     */
    public static URI parse(String setting, String text) {
        try {
            URI origin = URI.create(text);
            if (isWeb(origin) && !hasMore(origin)) {
                return of(origin);
            }
        } catch (IllegalArgumentException e) {
            // No address, so no origin either
        }
        throw new InvalidSettingException(setting, "must be an origin such as https://shop.example, without a path");
    }

    /**
     * The origin of a page, as browsers spell it.
     *
     * @param page an http or https address
     */
    public static URI of(URI page) {
        String scheme = page.getScheme().toLowerCase(Locale.ROOT);
        int ownPort = "http".equals(scheme) ? 80 : 443;
        String port = page.getPort() < 0 || page.getPort() == ownPort ? "" : ":" + page.getPort();
        return URI.create(scheme + "://" + page.getHost().toLowerCase(Locale.ROOT) + port);
    }

    private static boolean isWeb(URI origin) {
        String scheme = origin.getScheme();
        return ("http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme))
                && origin.getHost() != null
                && origin.getPort() <= MAX_PORT;
    }

    private static boolean hasMore(URI origin) {
        boolean hasPath = !origin.getRawPath().isEmpty() && !"/".equals(origin.getRawPath());
        return hasPath
                || origin.getRawQuery() != null
                || origin.getRawFragment() != null
                || origin.getRawUserInfo() != null;
    }
}
