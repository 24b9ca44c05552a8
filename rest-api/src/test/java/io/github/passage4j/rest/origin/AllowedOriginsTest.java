package io.github.passage4j.rest.origin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.passage4j.core.config.InvalidSettingException;
import io.github.passage4j.core.config.PassageConfig;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedOriginsTest {

    private static final String OWN = "https://app.example";

    private final AllowedOrigins allowed =
            new AllowedOrigins(config(), Optional.of("https://one.example, https://two.example"));

    @ParameterizedTest
    @CsvSource({
        "https://app.example, same-origin, true",
        ", same-origin, true",
        ", none, true",
        ", , true",
        "https://app.example, , true",
        "https://app.example:8443, , false",
        "http://app.example, , false",
        "https://evil.example, , false",
        "null, , false",
        ", same-site, false",
        ", cross-site, false",
        "https://app.example, cross-site, false",
        "https://one.example, cross-site, false",
        "https://app.example|https://evil.example, , false",
        "https://evil.example|https://app.example, , false",
        "https://app.example, same-origin|cross-site, false",
        "https://app.example:443, , false",
        "HTTPS://APP.EXAMPLE, , false",
        "'', , false"
    })
    void letsTheCookieCountForTheAppsOwnPagesOnly(@Nullable String origin, @Nullable String site, boolean expected) {
        assertThat(allowed.mayUseCookie(request("POST", origin, site))).isEqualTo(expected);
    }

    @Test
    void letsTheNamedOriginsCallAndNoOther() {
        assertThat(allowed.mayCall(request("GET", "https://one.example", null))).isTrue();
        assertThat(allowed.mayCall(request("GET", "https://two.example", null))).isTrue();
        assertThat(allowed.mayCall(request("GET", "https://one.example.evil", null)))
                .isFalse();
        assertThat(allowed.mayCall(request("GET", null, null))).isFalse();
    }

    @Test
    void grantsNothingToSeveralOriginsAtOnceOrToNull() {
        assertThat(allowed.mayCall(request("GET", "https://one.example|https://two.example", null)))
                .isFalse();
        assertThat(allowed.mayCall(request("GET", "null", null))).isFalse();
    }

    @Test
    void comparesSettingsInTheSpellingOfBrowsers() {
        AllowedOrigins spelt =
                new AllowedOrigins(config(), Optional.of("HTTPS://One.Example:443/, http://two.example:80"));

        assertThat(spelt.mayCall(request("GET", "https://one.example", null))).isTrue();
        assertThat(spelt.mayCall(request("GET", "http://two.example", null))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "null",
                "one.example",
                "https://one.example/path",
                "https://a@one.example",
                "ftp://one.example",
                "https://"
            })
    void refusesASettingThatIsNoOrigin(String setting) {
        assertThatThrownBy(() -> new AllowedOrigins(config(), Optional.of(setting)))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("passage.cors.origins");
    }

    @Test
    void letsNobodyCallWhenNoOriginIsNamed() {
        AllowedOrigins closed = new AllowedOrigins(config(), Optional.empty());

        assertThat(closed.mayCall(request("GET", "https://one.example", null))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
    void takesEveryUnsafeMethodWithACookieAsChange(String method) {
        assertThat(request(method, null, null).isChangeByCookie()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "OPTIONS"})
    void takesNoSafeMethodAsChange(String method) {
        assertThat(request(method, null, null).isChangeByCookie()).isFalse();
    }

    private static PassageConfig config() {
        return new PassageConfig(
                "app",
                null,
                URI.create(OWN),
                URI.create("https://passage.example/auth/v1"),
                URI.create("https://passage.example/api/v1"),
                PassageConfig.DEFAULT_CLOCK_SKEW,
                Set.of());
    }

    private static RequestOrigin request(String method, @Nullable String origin, @Nullable String site) {
        Map<String, @Nullable String> headers = new HashMap<>();
        headers.put("Origin", origin);
        headers.put("Sec-Fetch-Site", site);
        return new RequestOrigin((HttpServletRequest) Proxy.newProxyInstance(
                AllowedOriginsTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, called, arguments) -> switch (called.getName()) {
                    case "getMethod" -> method;
                    case "getHeader" -> headers.get(arguments[0]);
                    case "getHeaders" -> Collections.enumeration(all(headers.get(arguments[0])));
                    case "getCookies" -> new Cookie[] {new Cookie("psg_auth_token", "token")};
                    default -> throw new UnsupportedOperationException(called.getName());
                }));
    }

    private static List<String> all(@Nullable String value) {
        return value == null ? List.of() : List.of(value.split("\\|", -1));
    }
}
