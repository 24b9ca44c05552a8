package io.github.passage4j.it.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.passage4j.it.support.Api;
import io.github.passage4j.it.support.Archives;
import io.github.passage4j.it.support.Browser;
import io.github.passage4j.it.support.Pages;
import io.github.passage4j.it.support.Product;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A browser stays signed in while it comes back, until somebody ends that. */
@ExtendWith(ArquillianExtension.class)
class SessionIT {

    private static final String AUTH = "psg_auth_token";
    private static final String REFRESH = "psg_refresh_token";

    private Browser browser;
    private Pages pages;

    @Deployment(testable = false)
    static WebArchive deployment() {
        return Archives.restApi();
    }

    @BeforeEach
    void register() {
        browser = new Browser();
        pages = new Pages(browser);
        pages.register("Ada", Pages.newEmail());
        browser.waitForPath("/dashboard");
    }

    @AfterEach
    void closeBrowser() {
        browser.close();
    }

    @Test
    void refusedRequestsHaveTheNavigationOfWhoeverSentThem() {
        Object page = browser.run(
                "return fetch('/dashboard', {method: 'DELETE', headers: {Accept: 'text/html'}}).then(answer => answer.text())");

        assertThat(page).asString().contains("id=\"error-405\"", "id=\"logout\"");
    }

    @Test
    void goesOnWhenTheBrowserHasForgottenTheExpiredToken() {
        String before = browser.cookie(REFRESH).getValue();
        browser.forgetCookie(AUTH);

        browser.open("/dashboard");

        assertThat(browser.path()).isEqualTo("/dashboard");
        assertThat(browser.text()).contains("Welcome Ada!");
        assertThat(browser.cookie(AUTH).isHttpOnly()).isTrue();
        assertThat(browser.cookie(REFRESH).isHttpOnly()).isTrue();
        assertThat(browser.cookie(REFRESH).getValue()).isNotEqualTo(before);
        assertThat(browser.run("return document.cookie")).isEqualTo("");
    }

    @Test
    void isKnownToOpenPagesToo() {
        browser.forgetCookie(AUTH);

        browser.open("/");

        browser.waitForPath("/dashboard");
    }

    @Test
    void goesOnInAllTabsThatRenewAtOnce() throws Exception {
        String refreshToken = browser.cookie(REFRESH).getValue();
        ExecutorService tabs = Executors.newFixedThreadPool(8);

        List<Future<Integer>> answers = tabs.invokeAll(Collections.nCopies(
                16, () -> get("/dashboard", REFRESH, refreshToken).statusCode()));
        tabs.shutdown();

        for (Future<Integer> answer : answers) {
            assertThat(answer.get()).isEqualTo(200);
        }
    }

    @Test
    void endsAtPassageTooWhenThePersonSignsOut() {
        String refreshToken = browser.cookie(REFRESH).getValue();

        pages.logout();
        HttpResponse<String> answer = get("/dashboard", REFRESH, refreshToken);

        assertThat(browser.cookie(REFRESH)).isNull();
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).contains("/login");
        assertThat(answer.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie).contains(REFRESH + "=").contains("Max-Age=0"));
    }

    @Test
    void isNotRenewedByTheApi() {
        HttpResponse<String> answer =
                get("/api/user", REFRESH, browser.cookie(REFRESH).getValue());

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    }

    private static HttpResponse<String> get(String path, String cookie, String value) {
        return Api.send(HttpRequest.newBuilder(URI.create(Product.origin() + path))
                .header("Accept", path.startsWith("/api/") ? "application/json" : "text/html")
                .header("Cookie", cookie + "=" + value));
    }
}
