package io.github.passage4j.faces.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.passage4j.core.config.PassageConfig;
import io.github.passage4j.faces.TestConfig;
import io.github.passage4j.faces.page.PageSettings;
import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ContentSecurityPolicyTest {

    @Test
    void allowsNothingButFilesOfThisServer() {
        assertThat(directives(TestConfig.hosted(), "/api", "/passage/passage-web.js"))
                .containsEntry("default-src", "'none'")
                .containsEntry("script-src", "'self'")
                .containsEntry("style-src", "'self'")
                .containsEntry("connect-src", "'self'")
                .containsEntry("frame-ancestors", "'none'")
                .containsEntry("base-uri", "'none'")
                .containsEntry("form-action", "'self'")
                .containsEntry("object-src", "'none'");
    }

    @Test
    void nowhereAllowsInlineCodeOrEvaluation() {
        assertThat(policy(TestConfig.hosted(), "/api", "/passage/passage-web.js"))
                .doesNotContain("unsafe")
                .doesNotContain("nonce")
                .doesNotContain("*");
    }

    @Test
    void addsTheNonceOfAPageToTheSourcesOfScriptsOnly() {
        PassageConfig config = TestConfig.hosted();
        PageSettings settings = new PageSettings(URI.create("/api"), URI.create("https://id.example/passage-web.js"));

        String value = new ContentSecurityPolicy(config, settings).withNonce("abc");

        assertThat(directives(value))
                .containsEntry("script-src", "'self' https://id.example 'nonce-abc'")
                .containsEntry("style-src", "'self'");
        assertThat(value).doesNotContain("unsafe");
    }

    @Test
    void letsThePagesTalkToPassageAndTheApiElsewhere() {
        PassageConfig config = TestConfig.withAuthUrl("https://shop.example", "https://id.example/auth/v1");

        assertThat(directives(config, "https://api.example:8443/v1", "https://id.example/passage-web.js"))
                .containsEntry("connect-src", "'self' https://id.example https://api.example:8443")
                .containsEntry("script-src", "'self' https://id.example");
    }

    @Test
    void namesOneServerOnce() {
        PassageConfig config = TestConfig.withAuthUrl("https://shop.example", "https://id.example/auth/v1");

        assertThat(directives(config, "https://id.example/api", "/passage/passage-web.js"))
                .containsEntry("connect-src", "'self' https://id.example");
    }

    @Test
    void knowsThisServerInWhateverSpelling() {
        PassageConfig config = TestConfig.withAuthUrl("https://shop.example:443", "https://Shop.example/auth/v1");

        assertThat(directives(config, "https://shop.example/api", "/passage/passage-web.js"))
                .containsEntry("connect-src", "'self'");
    }

    private static Map<String, String> directives(PassageConfig config, String apiUrl, String elementsUrl) {
        return directives(policy(config, apiUrl, elementsUrl));
    }

    private static Map<String, String> directives(String policy) {
        return Arrays.stream(policy.split("; "))
                .map(directive -> directive.split(" ", 2))
                .collect(Collectors.toMap(directive -> directive[0], directive -> directive[1]));
    }

    private static String policy(PassageConfig config, String apiUrl, String elementsUrl) {
        PageSettings settings = new PageSettings(URI.create(apiUrl), URI.create(elementsUrl));
        return new ContentSecurityPolicy(config, settings).getValue();
    }
}
