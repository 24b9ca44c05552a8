package io.github.passage4j.server.config;

import java.net.URI;
import java.util.Locale;

/**
 * A web origin in its ASCII form, as browsers write it (RFC 6454 §6.2): scheme, host and, unless it is the scheme's
 * default, port.
 *
 * @param value such as {@code https://shop.example} or {@code http://localhost:8080}
 * @param host host part, such as {@code shop.example}; the RP ID of the app that lives there, unless it chose a domain above
 */
public record Origin(String value, String host) {

    /**
     * Reads an origin. One trailing slash is dropped, letters become lower case, a default port is left out.
     *
     * @throws IllegalArgumentException when the text is anything else than an http or https origin
     */
    public static Origin parse(String text) {
        URI uri = URI.create(text.strip().toLowerCase(Locale.ROOT));
        String scheme = uri.getScheme();
        String host = uri.getHost();
        if (host == null || !("http".equals(scheme) || "https".equals(scheme)) || hasMore(uri)) {
            throw new IllegalArgumentException("not an http or https origin: " + text);
        }
        return new Origin(scheme + "://" + host + port(scheme, uri.getPort()), host);
    }

    /**
     * Tells whether a domain may be the RP ID here: the host itself, or a domain above it (WebAuthn Level 3 §5.1.3, step 8). Which of
     * those are public suffixes, where it may not, is known to browsers.
     */
    public boolean isWithin(String domain) {
        return host.equals(domain) || (domain.contains(".") && hasDomain() && host.endsWith("." + domain));
    }

    /** Tells whether passkeys can work at this origin: browsers refuse addresses made of numbers. */
    public boolean hasDomain() {
        return !host.startsWith("[") && !host.matches("[0-9.]+");
    }

    private static boolean hasMore(URI uri) {
        String path = uri.getRawPath();
        boolean hasPath = path != null && !path.isEmpty() && !"/".equals(path);
        return hasPath || uri.getRawQuery() != null || uri.getRawFragment() != null || uri.getRawUserInfo() != null;
    }

    private static String port(String scheme, int port) {
        boolean isDefault = port == ("https".equals(scheme) ? 443 : 80);
        return port < 0 || isDefault ? "" : ":" + port;
    }
}
