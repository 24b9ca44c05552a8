package io.github.passage4j.faces.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.passage4j.core.authentication.BearerChallenge;
import io.github.passage4j.faces.TestCaller;
import io.github.passage4j.faces.TestConfig;
import io.github.passage4j.faces.TestRequest;
import io.github.passage4j.faces.TestResponse;
import io.github.passage4j.faces.TestSessions;
import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionServletTest {

    private final TestSessions sessions = new TestSessions();
    private final SessionServlet servlet =
            new SessionServlet(new RequestSource(TestConfig.hosted()), sessions.browser(), new BearerChallenge());
    private final String token = TestCaller.token("user-1", TestCaller.NOW.plusSeconds(600));
    private final TestResponse response = new TestResponse();

    @Nested
    class Post {

        @Test
        void putsTheVerifiedTokenIntoAnHttpOnlyCookieForItsLife() throws IOException {
            servlet.doPost(
                    authenticated().header("Authorization", "Bearer  " + token).build(), response.build());

            assertThat(response.status()).isEqualTo(204);
            assertThat(response.header("Cache-Control")).isEqualTo("no-store");
            assertThat(response.cookies()).first().satisfies(cookie -> {
                assertThat(cookie.getName()).isEqualTo("psg_auth_token");
                assertThat(cookie.getValue()).isEqualTo(token);
                assertThat(cookie.getMaxAge()).isEqualTo(600);
                assertThat(cookie.getPath()).isEqualTo("/");
                assertThat(cookie.isHttpOnly()).isTrue();
                assertThat(cookie.getSecure()).isTrue();
                assertThat(cookie.getAttribute("SameSite")).isEqualTo("Lax");
            });
        }

        @Test
        void keepsTheRefreshTokenOutOfAnyScriptsReach() throws IOException {
            servlet.doPost(
                    authenticated()
                            .header("Authorization", "Bearer " + token)
                            .json("{\"refresh_token\":\"r1\",\"refresh_token_expiration\":3600}")
                            .build(),
                    response.build());

            assertThat(response.status()).isEqualTo(204);
            assertThat(response.cookies()).last().satisfies(cookie -> {
                assertThat(cookie.getName()).isEqualTo("__Host-psg_refresh_token");
                assertThat(cookie.getValue()).isEqualTo("r1");
                assertThat(cookie.getMaxAge()).isEqualTo(3600);
                assertThat(cookie.isHttpOnly()).isTrue();
            });
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "[]",
                    "{",
                    "{\"refresh_token\":1}",
                    "{\"refresh_token\":\"\"}",
                    "{\"refresh_token\":\"a; Domain=evil\"}",
                    "{\"refresh_token\":\"a\",\"refresh_token_expiration\":\"1\"}"
                })
        void refusesABodyThatHoldsNoRefreshToken(String body) throws IOException {
            servlet.doPost(
                    authenticated()
                            .header("Authorization", "Bearer " + token)
                            .json(body)
                            .build(),
                    response.build());

            assertThat(response.status()).isEqualTo(400);
            assertThat(response.cookies()).isEmpty();
        }

        @Test
        void refusesARequestThatProvesItselfByCookieAlone() throws IOException {
            servlet.doPost(authenticated().build(), response.build());

            assertThat(response.status()).isEqualTo(401);
            assertThat(response.header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(response.header("WWW-Authenticate")).startsWith("Bearer");
            assertThat(response.cookies()).isEmpty();
        }

        @Test
        void refusesARequestWithoutCaller() throws IOException {
            servlet.doPost(post().header("Authorization", "Bearer " + token).build(), response.build());

            assertThat(response.status()).isEqualTo(401);
            assertThat(response.cookies()).isEmpty();
        }

        @Test
        void refusesAnotherSite() throws IOException {
            TestRequest request =
                    authenticated().header("Authorization", "Bearer " + token).header("Sec-Fetch-Site", "cross-site");

            servlet.doPost(request.build(), response.build());

            assertThat(response.status()).isEqualTo(403);
            assertThat(response.cookies()).isEmpty();
        }
    }

    @Nested
    class Delete {

        @Test
        void makesTheBrowserForgetTheCookie() throws IOException {
            servlet.doDelete(TestRequest.of("DELETE", "/session").build(), response.build());

            assertThat(response.status()).isEqualTo(204);
            assertThat(response.cookies()).extracting(Cookie::getMaxAge).isEqualTo(List.of(0, 0));
        }

        @Test
        void refusesAnotherSite() throws IOException {
            servlet.doDelete(
                    TestRequest.of("DELETE", "/session")
                            .header("Origin", "https://evil.example")
                            .build(),
                    response.build());

            assertThat(response.status()).isEqualTo(403);
            assertThat(response.cookies()).isEmpty();
        }
    }

    private TestRequest authenticated() {
        return post().caller(TestCaller.principal(token));
    }

    private static TestRequest post() {
        return TestRequest.of("POST", "/session");
    }
}
