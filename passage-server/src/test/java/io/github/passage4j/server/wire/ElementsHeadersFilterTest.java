package io.github.passage4j.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.passage4j.server.testing.ServletExchange;
import jakarta.servlet.ServletException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElementsHeadersFilterTest {

    private static final String TEXT = "export const greeting = 'Grüße';".repeat(100);

    private static void answer(ServletExchange exchange) throws ServletException, IOException {
        byte[] body = TEXT.getBytes(StandardCharsets.UTF_8);
        new ElementsHeadersFilter().doFilter(exchange.request(), exchange.response(), (request, response) -> {
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
        });
    }

    @Test
    void compressesForWhoeverCanReadThat() throws ServletException, IOException {
        ServletExchange exchange = ServletExchange.of("GET", "/passage-web.js").with("Accept-Encoding", "br, gzip");

        answer(exchange);

        assertThat(exchange.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(exchange.header("Content-Length")).isEmpty();
        assertThat(exchange.header("Vary")).isEqualTo("Accept-Encoding");
        assertThat(exchange.bytes()).hasSizeLessThan(TEXT.length() / 2);
        try (GZIPInputStream plain = new GZIPInputStream(new ByteArrayInputStream(exchange.bytes()))) {
            assertThat(new String(plain.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(TEXT);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /passage-web.js, Accept-Encoding, br",
        "GET, /passage-web.js, Accept-Encoding, gzip;q=0",
        "GET, /outbox.json, Accept-Encoding, gzip",
        "POST, /passage-web.js, Accept-Encoding, gzip"
    })
    void leavesTheRestAsItIs(String method, String path, String header, String value)
            throws ServletException, IOException {
        ServletExchange exchange = ServletExchange.of(method, path).with(header, value);

        answer(exchange);

        assertThat(exchange.header("Content-Encoding")).isEmpty();
        assertThat(exchange.body()).isEqualTo(TEXT);
    }

    @Test
    void compressesNoPartOfAFile() throws ServletException, IOException {
        ServletExchange exchange = ServletExchange.of("GET", "/passage-web.js")
                .with("Accept-Encoding", "gzip")
                .with("Range", "bytes=0-99");

        answer(exchange);

        assertThat(exchange.header("Content-Encoding")).isEmpty();
    }

    @Test
    void leavesThePolicyToTheFilterOfSecurityHeaders() throws ServletException, IOException {
        ServletExchange exchange = ServletExchange.of("GET", "/index.html");

        answer(exchange);

        assertThat(exchange.header("Content-Security-Policy")).isEmpty();
    }
}
