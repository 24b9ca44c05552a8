package io.github.passage4j.it.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.passage4j.it.support.Api;
import io.github.passage4j.it.support.Archives;
import io.github.passage4j.it.support.Product;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the pages answer, seen from outside a browser: status, headers, and the server's own addresses. */
@ExtendWith(ArquillianExtension.class)
class PagesIT {

    @Deployment(testable = false)
    static WebArchive deployment() {
        return Archives.restApi();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/login", "/register"})
    void showsPublicPagesToAnybody(String path) {
        HttpResponse<String> answer = get(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/html;charset=UTF-8");
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/login", "/register", "/unauthorized", "/nothing-here"})
    void allowsNoInlineScriptAndNoThirdHost(String path) {
        HttpResponse<String> answer = get(path);

        assertThat(answer.headers().allValues("Content-Security-Policy")).hasSize(1);
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("script-src")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe-inline")
                .doesNotContain("unsafe-eval");
        assertThat(answer.body()).doesNotContain("https://").doesNotContain("onclick=");
    }

    @Test
    void asksForNoNameWhereALinkEndsARegistrationThatBeganElsewhere() {
        assertThat(get("/register").body()).contains("id=\"name\"", "Create your account");

        assertThat(get("/register?psg_magic_link=ml.x").body())
                .contains("<passage-register", "Your link")
                .doesNotContain("id=\"name\"")
                .doesNotContain("Create your account");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/nothing-here"})
    void takesNoLinkForAPostback(String path) {
        HttpResponse<String> plain = get(path);

        HttpResponse<String> answer = get(path + "?jakarta.faces.ViewState=stateless&jakarta.faces.partial.ajax=true"
                + "&jakarta.faces.source=x&primefaces.nonce=x");

        assertThat(answer.statusCode()).isEqualTo(plain.statusCode());
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/html;charset=UTF-8");
        assertThat(answer.headers().allValues("Content-Security-Policy"))
                .isEqualTo(plain.headers().allValues("Content-Security-Policy"));
    }

    @Test
    void showsNoFailureToAMadeUpPostback() {
        HttpResponse<String> answer = Api.send(page("/login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("jakarta.faces.partial.ajax=true&jakarta.faces.ViewState=stateless"
                        + "&jakarta.faces.source=x&primefaces.nonce=x")));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("Exception");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/passage", "/api", "/assets", "/WEB-INF;/x"})
    void redirectsToAPathOnly(String path) {
        HttpResponse<String> answer = get(path);

        assertThat(answer.statusCode()).isEqualTo(301);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).matches("/[^/].*/");
    }

    @Test
    void leadsANavigationWithoutATokenToTheLoginPage() {
        HttpResponse<String> answer = get("/dashboard");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).contains("/login");
        assertThat(get("/dashboard.xhtml").statusCode()).isEqualTo(302);
    }

    @Test
    void answers401WithThePageWhenTheTokenIsRefused() {
        HttpResponse<String> answer = Api.send(page("/dashboard").header("Cookie", "psg_auth_token=a.b.c"));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(answer.body()).contains("/login");
    }

    @Test
    void answers401OnTheUnauthorizedPageItself() {
        assertThat(get("/unauthorized").statusCode()).isEqualTo(401);
    }

    @Test
    void answers404AsAPageWithoutInternals() {
        HttpResponse<String> answer = get("/nothing-here");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(answer.body()).doesNotContain("Exception").doesNotContain("Payara");
    }

    @Test
    void startsNoSessionWithoutAToken() {
        HttpResponse<String> answer = Api.send(page("/session").POST(BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void asksBeforeAnotherSitesLinkSignsAPersonOut() {
        HttpResponse<String> answer = Api.send(page("/logout").header("Sec-Fetch-Site", "cross-site"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"/session | POST, DELETE", "/logout | GET, HEAD, POST", "/login | GET, HEAD, POST"})
    void namesTheMethodsThatItAllows(String path, String allow) {
        HttpResponse<String> answer = Api.send(page(path).method("PATCH", BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().allValues("Allow")).containsExactly(allow);
    }

    @Test
    void clearsTheCookieAtLogout() {
        HttpResponse<String> answer = get("/logout");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
                .contains("psg_auth_token=;")
                .contains("Max-Age=0")
                .contains("Path=/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health/ready", "/health/live", "/metrics", "/passage/passage-web.js"})
    void servesWhatTheInterfacePromises(String path) {
        assertThat(get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void writesNothingBehindARefusalOfTheApi() throws IOException {
        String request = "GET /api/user HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer garbage\r\n";
        URI origin = URI.create(Product.origin());
        try (Socket connection = new Socket(origin.getHost(), origin.getPort())) {
            connection
                    .getOutputStream()
                    .write((request + "\r\n" + request + "Connection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));

            String answers = new String(connection.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answers.split("(?=HTTP/1\\.1 )")).hasSize(2).allSatisfy(answer -> {
                int length = Integer.parseInt(answer.replaceAll("(?s).*Content-Length: (\\d+).*", "$1"));
                assertThat(answer).startsWith("HTTP/1.1 401 ");
                assertThat(answer.substring(answer.indexOf("\r\n\r\n") + 4)).hasSize(length);
            });
        }
    }

    @Test
    void publishesNoPrivateKey() {
        HttpResponse<String> answer = get("/passage/auth/v1/apps/" + Product.appId() + "/.well-known/jwks.json");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Api.json(answer).getJsonArray("keys").getJsonObject(0).keySet())
                .containsExactlyInAnyOrder("alg", "kty", "use", "kid", "n", "e");
    }

    @Test
    void knowsNoUserOfAnUnknownApp() {
        HttpResponse<String> answer =
                get("/passage/auth/v1/apps/anotherApp00000000000000/users?identifier=a@b.example");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(Api.json(answer).getString("code")).isEqualTo("app_not_found");
    }

    private static HttpResponse<String> get(String path) {
        return Api.send(page(path));
    }

    private static HttpRequest.Builder page(String path) {
        return HttpRequest.newBuilder(URI.create(Product.origin() + path)).header("Accept", "text/html,*/*;q=0.8");
    }
}
