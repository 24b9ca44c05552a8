package io.github.passage4j.faces.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.passage4j.core.config.PassageConfig;
import io.github.passage4j.faces.TestConfig;
import io.github.passage4j.faces.TestRequest;
import io.github.passage4j.faces.TestResponse;
import io.github.passage4j.faces.page.PageSettings;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;

class SecurityHeadersFilterTest {

    private final TestResponse response = new TestResponse();

    @Test
    void protectsAPage() throws ServletException, IOException {
        filter(TestConfig.hosted(), "/dashboard", (request, answer) -> {});

        assertThat(response.header("Content-Security-Policy")).startsWith("default-src 'none'");
        assertThat(response.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(response.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(response.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(response.header("Permissions-Policy"))
                .contains("publickey-credentials-create=(self)", "publickey-credentials-get=(self)");
        assertThat(response.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void insistsOnHttpsOnlyWhereTheOriginIsHttps() throws ServletException, IOException {
        filter(TestConfig.local(), "/", (request, answer) -> {});
        assertThat(response.header("Strict-Transport-Security")).isNull();

        filter(TestConfig.hosted(), "/", (request, answer) -> {});
        assertThat(response.header("Strict-Transport-Security")).isEqualTo("max-age=31536000");
    }

    @Test
    void leavesTheCachingOfStaticFilesToWhoeverServesThem() throws ServletException, IOException {
        filter(TestConfig.hosted(), "/assets/v1/page.css", (request, answer) -> {});

        assertThat(response.header("Cache-Control")).isNull();
        assertThat(response.header("Vary")).isEqualTo("Accept-Encoding");
    }

    private void filter(PassageConfig config, String path, FilterChain chain) throws ServletException, IOException {
        PageSettings settings = new PageSettings(URI.create("/api"), URI.create("/passage/passage-web.js"));
        new SecurityHeadersFilter(new ContentSecurityPolicy(config, settings), config)
                .doFilter(TestRequest.get(path).build(), response.build(), chain);
    }
}
