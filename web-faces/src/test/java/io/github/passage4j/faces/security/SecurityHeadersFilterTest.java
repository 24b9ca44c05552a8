package io.github.passage4j.faces.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.passage4j.core.config.PassageConfig;
import io.github.passage4j.faces.TestConfig;
import io.github.passage4j.faces.TestRequest;
import io.github.passage4j.faces.TestResponse;
import io.github.passage4j.faces.page.PageSettings;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.zip.GZIPInputStream;
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

    @Test
    void compressesStaticFiles() throws ServletException, IOException {
        String text = ".page { margin: 0 }".repeat(100);
        FilterChain writes = (request, answer) -> answer.getOutputStream().write(text.getBytes(UTF_8));

        filter(TestConfig.hosted(), TestRequest.get("/assets/v1/page.css").header("Accept-Encoding", "gzip"), writes);

        assertThat(response.header("Content-Encoding")).isEqualTo("gzip");
        try (GZIPInputStream plain = new GZIPInputStream(new ByteArrayInputStream(response.bytes()))) {
            assertThat(new String(plain.readAllBytes(), UTF_8)).isEqualTo(text);
        }
    }

    @Test
    void compressesNoPage() throws ServletException, IOException {
        filter(
                TestConfig.hosted(),
                TestRequest.get("/dashboard").header("Accept-Encoding", "gzip"),
                (request, answer) -> answer.getOutputStream().write("page".getBytes(UTF_8)));

        assertThat(response.header("Content-Encoding")).isNull();
        assertThat(response.body()).isEqualTo("page");
    }

    private void filter(PassageConfig config, String path, FilterChain chain) throws ServletException, IOException {
        filter(config, TestRequest.get(path), chain);
    }

    private void filter(PassageConfig config, TestRequest request, FilterChain chain)
            throws ServletException, IOException {
        PageSettings settings = new PageSettings(URI.create("/api"), URI.create("/passage/passage-web.js"));
        new SecurityHeadersFilter(new ContentSecurityPolicy(config, settings), config)
                .doFilter(request.build(), response.build(), chain);
    }
}
