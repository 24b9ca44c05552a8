package io.github.passage4j.faces.page;

import io.github.passage4j.core.config.InvalidSettingException;
import io.github.passage4j.core.config.WebOrigin;
import java.net.URI;
import java.util.Optional;

/**
 * Settings of the pages. Both are addresses that the browser uses: a path on this server, or an absolute {@code http(s)} address.
 *
 * @param apiUrl base of the REST API without trailing slash ({@code api.url}, environment {@code API_URL}); {@link #DEFAULT_API_URL} unless
 *     set
 * @param elementsUrl the ES module that defines the Elements ({@code passage.elements.url}); {@link #DEFAULT_ELEMENTS_URL} unless set
 */
public record PageSettings(URI apiUrl, URI elementsUrl) {

    public static final String DEFAULT_API_URL = "/api";
    public static final String DEFAULT_ELEMENTS_URL = "/passage/passage-web.js";

    public PageSettings {
        apiUrl = withoutTrailingSlash(check("api.url", apiUrl));
        check("passage.elements.url", elementsUrl);
    }

    /** The origin of an address as browsers spell it, empty when it is a path on this server. */
    public static Optional<String> originOf(URI address) {
        return address.isAbsolute() ? Optional.of(WebOrigin.of(address).toString()) : Optional.empty();
    }

    private static URI check(String setting, URI value) {
        boolean isPath = !value.isAbsolute()
                && value.getRawAuthority() == null
                && value.toString().startsWith("/");
        boolean isWeb = ("http".equals(value.getScheme()) || "https".equals(value.getScheme()))
                && value.getHost() != null
                && value.getUserInfo() == null;
        if (!isPath && !isWeb) {
            throw new InvalidSettingException(
                    setting, "must be a path that starts with '/' or an http(s) address, but is " + value);
        }
        return value;
    }

    private static URI withoutTrailingSlash(URI value) {
        String text = value.toString();
        return text.endsWith("/") ? URI.create(text.substring(0, text.length() - 1)) : value;
    }
}
