package io.github.passage4j.rest.origin;

import io.github.passage4j.core.config.InvalidSettingException;
import java.net.URI;
import java.util.Locale;

/** An origin in a setting, brought to the spelling in which browsers send it (RFC 6454 §6.2): lower case, without the scheme's own port. */
final class ConfiguredOrigin {

    private ConfiguredOrigin() {}

    /**
     * The origin as browsers spell it.
     *
     * @throws InvalidSettingException when the text is no origin of a web page; {@code *} and {@code null} are none
     */
    static String normalize(String setting, String text) {
        try {
            return serialize(setting, URI.create(text));
        } catch (IllegalArgumentException e) {
            throw notAnOrigin(setting);
        }
    }

    private static String serialize(String setting, URI origin) {
        String scheme = origin.getScheme() == null ? "" : origin.getScheme().toLowerCase(Locale.ROOT);
        boolean isWeb = "http".equals(scheme) || "https".equals(scheme);
        if (!isWeb || origin.getHost() == null || hasMore(origin)) {
            throw notAnOrigin(setting);
        }
        int ownPort = "http".equals(scheme) ? 80 : 443;
        String port = origin.getPort() < 0 || origin.getPort() == ownPort ? "" : ":" + origin.getPort();
        return scheme + "://" + origin.getHost().toLowerCase(Locale.ROOT) + port;
    }

    private static boolean hasMore(URI origin) {
        boolean hasPath = !origin.getRawPath().isEmpty() && !"/".equals(origin.getRawPath());
        return hasPath
                || origin.getRawQuery() != null
                || origin.getRawFragment() != null
                || origin.getRawUserInfo() != null;
    }

    private static InvalidSettingException notAnOrigin(String setting) {
        return new InvalidSettingException(setting, "must be origins such as https://shop.example, without a path");
    }
}
