package io.github.passage4j.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.passage4j.server.testing.ServletExchange;
import jakarta.servlet.ServletException;
import java.io.IOException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WireFiltersTest {

    @Nested
    class Api {

        private ServletExchange send(ServletExchange exchange) throws IOException, ServletException {
            new ApiHeadersFilter()
                    .doFilter(exchange.request(), exchange.response(), (request, response) -> exchange.passOn());
            return exchange;
        }

        @ParameterizedTest
        @ValueSource(strings = {"/auth/v1", "/api/v1"})
        void answersWhatIsNoMediaTypeInPassagesForm(String api) throws IOException, ServletException {
            ServletExchange exchange = send(ServletExchange.of("POST", api).with("Content-Type", "json"));

            assertThat(exchange.isPassedOn()).isFalse();
            assertThat(exchange.status()).isEqualTo(415);
            assertThat(exchange.header("Content-Type")).isEqualTo("application/json");
            assertThat(exchange.body())
                    .isEqualTo("{\"code\":\"invalid_request\",\"error\":\"The body must be application/json.\"}");
        }

        @Test
        void letsPagesOfAnyOriginReadTheRefusal() throws IOException, ServletException {
            ServletExchange exchange =
                    send(ServletExchange.of("POST", "/auth/v1").with("Content-Type", ""));

            assertThat(exchange.header("Access-Control-Allow-Origin")).isEqualTo("*");
        }

        @Test
        void letsEveryOtherRequestPass() throws IOException, ServletException {
            assertThat(send(ServletExchange.of("GET", "/auth/v1")).isPassedOn()).isTrue();
            assertThat(send(ServletExchange.of("POST", "/api/v1").with("Content-Type", "application/json"))
                            .isPassedOn())
                    .isTrue();
        }
    }

    @Nested
    class Everything {

        @ParameterizedTest
        @ValueSource(strings = {"/index.html", "/", "/error", "/passage-web.js"})
        void hasSecurityHeaders(String path) throws IOException, ServletException {
            ServletExchange exchange = ServletExchange.of("GET", path);

            new SecurityHeadersFilter()
                    .doFilter(exchange.request(), exchange.response(), (request, response) -> exchange.passOn());

            assertThat(exchange.isPassedOn()).isTrue();
            assertThat(exchange.header("Content-Security-Policy"))
                    .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(exchange.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(exchange.header("X-Frame-Options")).isEqualTo("DENY");
            assertThat(exchange.header("Referrer-Policy")).isEqualTo("same-origin");
        }
    }

    @Nested
    class Errors {

        private ServletExchange render(ServletExchange exchange) throws IOException {
            new ErrorServlet().service(exchange.request(), exchange.response());
            return exchange;
        }

        @Test
        void haveTheStatusOfTheContainerAndPassagesForm() throws IOException {
            ServletExchange exchange =
                    render(ServletExchange.of("DELETE", "/error").afterError(405));

            assertThat(exchange.status()).isEqualTo(405);
            assertThat(exchange.body())
                    .isEqualTo("{\"code\":\"invalid_request\",\"error\":\"This address does not know the method.\"}");
        }

        @Test
        void areNotThereForWhoeverAsks() throws IOException {
            assertThat(render(ServletExchange.of("GET", "/error")).status()).isEqualTo(404);
        }
    }
}
