package io.github.passage4j.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PassageConfigTest {

    private static final Secret KEY = new Secret("the-key");
    private static final String ORIGIN = "https://shop.example";

    @Test
    void knowsWhereTheKeysAre() {
        assertThat(with("app", ORIGIN, "https://passage.example/auth/v1/").jwksUri())
                .isEqualTo(URI.create("https://passage.example/auth/v1/apps/app/.well-known/jwks.json"));
    }

    @Test
    void knowsTheSpellingsOfTheIssuer() {
        assertThat(with("app", ORIGIN, "https://passage.example/auth/v1").issuers())
                .containsExactlyInAnyOrder(
                        "https://passage.example/auth/v1/apps/app", "https://auth.passage.id/v1/apps/app", "app");
    }

    @Test
    void knowsTheIssuerOfTheHostedPassageToo() {
        assertThat(with("app", ORIGIN, "https://auth.passage.id/v1").issuers())
                .containsExactlyInAnyOrder("https://auth.passage.id/v1/apps/app", "app");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a/b", "..", "app?", "äpp", "a\nb"})
    void refusesAnAppIdThatIsNone(String appId) {
        assertThatExceptionOfType(InvalidSettingException.class)
                .isThrownBy(() -> with(appId, ORIGIN, ORIGIN))
                .withMessageContaining("passage.app.id")
                .withMessageContaining("PASSAGE_APP_ID");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://passage.example",
                "passage.example",
                "/auth/v1",
                "mailto:a@b",
                "https:///auth",
                "https://passage.example:99999",
                "https://passage.example?x=1",
                "https://passage.example#x"
            })
    void refusesABaseAddressThatIsNone(String address) {
        assertThatExceptionOfType(InvalidSettingException.class)
                .isThrownBy(() -> with("app", ORIGIN, address))
                .withMessageContaining("passage.auth.url")
                .withMessageContaining(address);
    }

    @Test
    void refusesAPasswordInAnAddressWithoutPrintingIt() {
        assertThatExceptionOfType(InvalidSettingException.class)
                .isThrownBy(() -> with("app", ORIGIN, "https://user:hunter2@passage.example"))
                .withMessageContaining("passage.auth.url")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("hunter2"));
    }

    @Test
    void refusesAnOriginWithAPath() {
        assertThatExceptionOfType(InvalidSettingException.class)
                .isThrownBy(() -> with("app", "https://shop.example/shop", ORIGIN))
                .withMessageContaining("passage.origin");
    }

    @Test
    void keepsTheOriginAsBrowsersSpellIt() {
        assertThat(with("app", "https://Shop.Example:443", ORIGIN).origin()).isEqualTo(URI.create(ORIGIN));
    }

    @Test
    void takesAnOriginWithASlash() {
        assertThat(with("app", "https://shop.example/", ORIGIN).origin()).isEqualTo(URI.create(ORIGIN));
    }

    @Test
    void knowsALocalOrigin() {
        assertThat(with("app", "http://localhost:8080", ORIGIN).isLocalOrigin()).isTrue();
        assertThat(with("app", "https://localhost", ORIGIN).isLocalOrigin()).isFalse();
        assertThat(with("app", "http://localhost.evil.example", ORIGIN).isLocalOrigin())
                .isFalse();
        assertThat(with("app", "http://shop.example", ORIGIN).isLocalOrigin()).isFalse();
    }

    @Test
    void allowsNoMoreLeewayThanAMinute() {
        assertThat(withSkew(Duration.ZERO).clockSkew()).isZero();
        assertThat(withSkew(Duration.ofMinutes(1)).clockSkew()).isEqualTo(Duration.ofMinutes(1));
        assertThatExceptionOfType(InvalidSettingException.class)
                .isThrownBy(() -> withSkew(Duration.ofSeconds(61)))
                .withMessageContaining("passage.clock.skew");
        assertThatExceptionOfType(InvalidSettingException.class).isThrownBy(() -> withSkew(Duration.ofSeconds(-1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "key\r\nX-Evil: 1", "schlüssel"})
    void refusesAnApiKeyThatNoHeaderCanCarryWithoutPrintingIt(String key) {
        assertThatExceptionOfType(InvalidSettingException.class)
                .isThrownBy(() -> config("app", new Secret(key), ORIGIN, ORIGIN, Duration.ZERO))
                .withMessage(
                        "Setting passage.api.key (environment: PASSAGE_API_KEY) must be 1 to 512 visible ASCII characters");
    }

    @Test
    void neverPrintsTheApiKey() {
        assertThat(with("app", ORIGIN, ORIGIN).toString())
                .doesNotContain("the-key")
                .contains("[secret]");
    }

    private static PassageConfig with(String appId, String origin, String authUrl) {
        return config(appId, KEY, origin, authUrl, Duration.ZERO);
    }

    private static PassageConfig withSkew(Duration skew) {
        return config("app", KEY, ORIGIN, ORIGIN, skew);
    }

    private static PassageConfig config(String appId, Secret key, String origin, String authUrl, Duration skew) {
        return new PassageConfig(
                appId, key, URI.create(origin), URI.create(authUrl), URI.create(ORIGIN), skew, Set.of());
    }
}
