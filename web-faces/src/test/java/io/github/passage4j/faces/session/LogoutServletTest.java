package io.github.passage4j.faces.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.passage4j.faces.TestConfig;
import io.github.passage4j.faces.TestRequest;
import io.github.passage4j.faces.TestResponse;
import io.github.passage4j.faces.TestSessions;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogoutServletTest {

    private final TestSessions sessions = new TestSessions();
    private final LogoutServlet servlet = new LogoutServlet(new RequestSource(TestConfig.hosted()), sessions.browser());
    private final TestResponse response = new TestResponse();

    @Test
    void endsTheSessionAndGoesToTheLoginPage() throws ServletException, IOException {
        servlet.doGet(
                TestRequest.get("/logout")
                        .header("Sec-Fetch-Site", "same-origin")
                        .cookie("__Host-psg_refresh_token", "r1")
                        .build(),
                response.build());

        assertSignedOut();
        assertThat(sessions.ended()).containsExactly("r1");
    }

    @Test
    void endsNothingWhenOnlyTheHeadIsAskedFor() throws ServletException, IOException {
        servlet.doHead(
                TestRequest.of("HEAD", "/logout")
                        .header("Sec-Fetch-Site", "same-origin")
                        .build(),
                response.build());

        assertThat(response.status()).isEqualTo(303);
        assertThat(response.header("Location")).isEqualTo("/login?signed-out");
        assertThat(response.cookies()).isEmpty();
    }

    @Test
    void asksBackWhenAnotherSiteLedHere() throws ServletException, IOException {
        TestRequest request = TestRequest.get("/logout").header("Sec-Fetch-Site", "cross-site");

        servlet.doGet(request.build(), response.build());

        assertThat(request.forwards()).containsExactly(LogoutServlet.CONFIRMATION);
        assertThat(response.cookies()).isEmpty();
    }

    @Test
    void endsTheSessionOnConfirmation() throws IOException {
        servlet.doPost(
                TestRequest.of("POST", "/logout")
                        .header("Sec-Fetch-Site", "same-origin")
                        .build(),
                response.build());

        assertSignedOut();
    }

    @Test
    void refusesAConfirmationFromAnotherSite() throws IOException {
        servlet.doPost(
                TestRequest.of("POST", "/logout")
                        .header("Sec-Fetch-Site", "cross-site")
                        .build(),
                response.build());

        assertThat(response.status()).isEqualTo(403);
        assertThat(response.cookies()).isEmpty();
    }

    private void assertSignedOut() {
        assertThat(response.status()).isEqualTo(303);
        assertThat(response.header("Location")).isEqualTo("/login?signed-out");
        assertThat(response.header("Cache-Control")).isEqualTo("no-store");
        assertThat(response.cookies()).extracting(Cookie::getMaxAge).isEqualTo(List.of(0, 0));
    }
}
