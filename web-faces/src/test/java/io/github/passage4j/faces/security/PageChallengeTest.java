package io.github.passage4j.faces.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.passage4j.core.authentication.BearerChallenge;
import io.github.passage4j.faces.TestRequest;
import io.github.passage4j.faces.TestResponse;
import io.github.passage4j.faces.TestSessions;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PageChallengeTest {

    private final PageChallenge challenge = new PageChallenge(new BearerChallenge(), new TestSessions().browser());
    private final TestResponse response = new TestResponse();

    @Nested
    class Browser {

        private final TestRequest request = TestRequest.get("/dashboard")
                .header("Accept", "text/html,application/xhtml+xml")
                .header("Host", "evil.example");

        @Test
        void isSentToTheLoginPageByAPathWithoutToken() throws IOException {
            challenge.anonymous(request.build(), response.build());

            assertThat(response.status()).isEqualTo(302);
            assertThat(response.header("Location")).isEqualTo("/login");
            assertThat(response.header("Cache-Control")).isEqualTo("no-store");
        }

        @Test
        void comesBackToThePageFirstAskedFor() throws ServletException, IOException {
            TestRequest profile = TestRequest.get("/profile").header("Accept", "text/html");

            challenge.anonymous(profile.build(), response.build());
            challenge.refused(profile.build(), new TestResponse().build());

            assertThat(response.header("Location")).isEqualTo("/login?return-to=%2Fprofile");
            assertThat(profile.attribute("loginAddress")).isEqualTo("/login?return-to=%2Fprofile");
        }

        @Test
        void seesTheUnauthorizedPageWhenTheTokenIsRefused() throws ServletException, IOException {
            challenge.refused(request.build(), response.build());

            assertThat(response.status()).isEqualTo(401);
            assertThat(response.header("WWW-Authenticate")).startsWith("Bearer");
            assertThat(request.forwards()).containsExactly(ErrorPage.VIEW);
            assertThat(request.attribute("errorPage")).isEqualTo(ErrorPage.UNAUTHORIZED);
            assertThat(response.cookies()).extracting(Cookie::getMaxAge).isEqualTo(List.of(0, 0));
        }

        @Test
        void isToldWhenToComeBackWhileKeysAreMissing() throws ServletException, IOException {
            challenge.unavailable(request.build(), response.build(), Duration.ofSeconds(10));

            assertThat(response.status()).isEqualTo(503);
            assertThat(response.header("Retry-After")).isEqualTo("10");
            assertThat(request.attribute("errorPage")).isEqualTo(ErrorPage.UNAVAILABLE);
            assertThat(response.cookies()).isEmpty();
        }
    }

    @Nested
    class FacesScript {

        private final TestRequest request =
                TestRequest.of("POST", "/dashboard").header("Faces-Request", "partial/ajax");

        @Test
        void isRedirectedToTheLoginPageWithoutToken() throws IOException {
            challenge.anonymous(request.build(), response.build());

            assertRedirect("/login");
        }

        @Test
        void isRedirectedToTheUnauthorizedPageWhenTheTokenIsRefused() throws ServletException, IOException {
            challenge.refused(request.build(), response.build());

            assertRedirect("/unauthorized");
            assertThat(response.cookies()).extracting(Cookie::getMaxAge).isEqualTo(List.of(0, 0));
        }

        @Test
        void getsTheStatusWhileKeysAreMissing() throws ServletException, IOException {
            challenge.unavailable(request.build(), response.build(), Duration.ofSeconds(10));

            assertThat(response.status()).isEqualTo(503);
            assertThat(response.header("Retry-After")).isEqualTo("10");
        }

        private void assertRedirect(String path) {
            assertThat(response.status()).isEqualTo(200);
            assertThat(response.header("Content-Type")).startsWith("text/xml");
            assertThat(response.body()).endsWith("<redirect url=\"" + path + "\"/></partial-response>");
        }
    }

    @Nested
    class Program {

        @Test
        void getsAProblemAtTheSessionAddress() throws IOException {
            challenge.anonymous(TestRequest.of("POST", "/session").build(), response.build());

            assertProblem("Bearer realm=\"passage\"");
        }

        @Test
        void getsAProblemWhereItAsksForJson() throws ServletException, IOException {
            TestRequest request = TestRequest.get("/dashboard").header("Accept", "application/json");

            challenge.refused(request.build(), response.build());

            assertProblem("Bearer realm=\"passage\", error=\"invalid_token\"");
            assertThat(request.forwards()).isEmpty();
        }

        private void assertProblem(String challenge) {
            assertThat(response.status()).isEqualTo(401);
            assertThat(response.header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(response.header("WWW-Authenticate")).isEqualTo(challenge);
        }
    }
}
