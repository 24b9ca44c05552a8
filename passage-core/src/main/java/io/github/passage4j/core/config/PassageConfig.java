package io.github.passage4j.core.config;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Settings of the SDK. All are checked on construction: whoever holds a {@code PassageConfig} holds a usable one.
 *
 * @param appId the Passage app that this app belongs to; tokens must name it as audience
 * @param apiKey key for the Management API, or {@code null}: tokens are checked without one, the Management API answers 401
 * @param origin public origin of the pages, without path, such as {@code https://shop.example}; kept as browsers spell it
 * @param authUrl base of the Auth API without trailing slash, such as {@code https://passage.example/auth/v1}
 * @param apiUrl base of the Management API without trailing slash
 * @param clockSkew leeway for {@code exp} and {@code nbf}; {@link #DEFAULT_CLOCK_SKEW} unless set
 * @param admins Passage user ids of the administrators
 */
public record PassageConfig(
        String appId,
        @Nullable Secret apiKey,
        URI origin,
        URI authUrl,
        URI apiUrl,
        Duration clockSkew,
        Set<String> admins) {

    /** The most leeway that is ever given, and what is given unless less is asked for. */
    public static final Duration DEFAULT_CLOCK_SKEW = Duration.ofSeconds(60);

    private static final String HOSTED_ISSUER = "https://auth.passage.id/v1/apps/";

    public PassageConfig {
        SettingCheck.appId("passage.app.id", appId);
        SettingCheck.apiKey("passage.api.key", apiKey);
        origin = WebOrigin.parse("passage.origin", origin.toString());
        authUrl = SettingCheck.baseUrl("passage.auth.url", authUrl);
        apiUrl = SettingCheck.baseUrl("passage.api.url", apiUrl);
        if (clockSkew.isNegative() || clockSkew.compareTo(DEFAULT_CLOCK_SKEW) > 0) {
            throw new InvalidSettingException("passage.clock.skew", "must be between PT0S and " + DEFAULT_CLOCK_SKEW);
        }
        admins = Set.copyOf(admins);
    }

    /** Where the public keys of this app's issuer are (RFC 7517 §5). */
    public URI jwksUri() {
        return URI.create(authUrl + "/apps/" + appId + "/.well-known/jwks.json");
    }

    /** The values of {@code iss} that mean the issuer of this app: the configured one, the hosted one, and the bare app id of old tokens. */
    public Set<String> issuers() {
        return Stream.of(authUrl + "/apps/" + appId, HOSTED_ISSUER + appId, appId)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether browsers treat {@link #origin()} as secure because it is plain HTTP on this very machine. */
    public boolean isLocalOrigin() {
        return "http".equals(origin.getScheme()) && "localhost".equals(origin.getHost());
    }
}
