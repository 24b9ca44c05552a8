package io.github.passage4j.faces.security;

import io.github.passage4j.core.config.PassageConfig;
import io.github.passage4j.faces.page.PageSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The policy of every page (Content Security Policy Level 3): scripts and styles come from files of this server only, nothing is inline,
 * nothing is framed. What else the pages talk to follows from the settings.
 */
@ApplicationScoped
public class ContentSecurityPolicy {

    private final String value;

    @Inject
    public ContentSecurityPolicy(PassageConfig config, PageSettings settings) {
        this.value = String.join(
                "; ",
                "default-src 'none'",
                "base-uri 'none'",
                "connect-src " + selfAnd(config.origin(), config.authUrl(), settings.apiUrl()),
                "font-src 'self'",
                "form-action 'self'",
                "frame-ancestors 'none'",
                "img-src 'self' data:",
                "object-src 'none'",
                "style-src 'self'",
                "script-src " + selfAnd(config.origin(), settings.elementsUrl()));
    }

    @SuppressWarnings("NullAway") // only the proxy of the container uses it
    protected ContentSecurityPolicy() {
        this.value = null;
    }

    /** The header's value. */
    public String getValue() {
        return value;
    }

    /** The header's value for a page with an inline script that carries this nonce. */
    String withNonce(String nonce) {
        return value + " 'nonce-" + nonce + "'"; // the sources of scripts stand last
    }

    private static String selfAnd(URI origin, URI... addresses) {
        Stream<String> others = Arrays.stream(addresses)
                .flatMap(address -> PageSettings.originOf(address).stream())
                .filter(other -> !other.equals(origin.toString()))
                .distinct();
        return Stream.concat(Stream.of("'self'"), others).collect(Collectors.joining(" "));
    }
}
