package io.github.passage4j.it.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.passage4j.it.support.Api;
import io.github.passage4j.it.support.Archives;
import io.github.passage4j.it.support.Browser;
import io.github.passage4j.it.support.Looks;
import io.github.passage4j.it.support.Pages;
import io.github.passage4j.it.support.Product;
import io.github.passage4j.it.support.Relay;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.TargetsContainer;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Cookie;

/** Every page in every state, looked at: pictures are in {@code target/screenshots}. What a page may weigh is in {@code docs/performance.md}. */
@ExtendWith(ArquillianExtension.class)
class LooksIT {

    private static final String IDENTIFIER = "[data-testid=identifier-input]";

    private String email = Pages.newEmail();
    private Relay line;
    private Browser browser;
    private Pages pages;
    private Looks looks;

    @Deployment(testable = false)
    @TargetsContainer("relayed")
    static WebArchive deployment() {
        return Archives.pages(FailingServlet.class);
    }

    @BeforeEach
    void openBrowser() {
        line = Relay.start();
        browser = new Browser();
        pages = new Pages(browser);
        looks = new Looks(browser, "screenshots");
    }

    @AfterEach
    void closeBrowser() {
        try {
            browser.close();
        } finally {
            line.close();
        }
    }

    @Test
    void ofStrangers() {
        browser.isPresent(false);
        browser.open("/");
        looks.at("landing");
        openLogin("/login");
        looks.at("login");
        openLogin("/login?signed-out");
        looks.at("login-signed-out");
        browser.open("/login?psg_magic_link=ml.x");
        browser.see("[data-testid=failure-message]:not(:empty)");
        looks.at("login-link-failed");
        browser.open("/register?psg_magic_link=ml.x");
        browser.see("[data-testid=failure-message]:not(:empty)");
        looks.at("register-link-failed");
        browser.click("[data-testid=change-email-button]");
        browser.see("#name"); // on a page of its own

        browser.openUntilSeen("/register", IDENTIFIER);
        looks.at("register");
        browser.type("#name", " ");
        browser.type(IDENTIFIER, "nobody");
        browser.click("[data-testid=continue-button]");
        browser.see("#name[aria-invalid=true]");
        looks.at("register-problem");
        pages.beginRegistration("Ada Lovelace", email);
        browser.see("[data-testid=register-main-button]");
        looks.at("register-passkey");

        browser.block("*/passage/*.js");
        browser.open("/login");
        browser.see("#module-failed");
        looks.at("login-module-failed");
    }

    @Test
    void ofTheAccount() {
        email = "ada.lovelace@mail.example"; // to be looked at
        register();
        browser.isPresent(false); // and takes no passkey that autofill offers
        looks.at("dashboard");
        browser.open("/profile");
        browser.see("#email-present");
        looks.at("profile");
        browser.run("for (const d of document.querySelectorAll('details')) d.open = true");
        looks.at("profile-open");
        browser.type("#name-value", "A".repeat(101));
        browser.click("#name-save");
        browser.see("#name-problem");
        looks.at("profile-problem");
        browser.block("*/profile/*");
        browser.click("#name-save");
        browser.see("#name .form-unanswered");
        looks.at("profile-unanswered");
        browser.block();
        browser.type("#name-value", "Ada King");
        browser.click("#name-save");
        browser.see("#done");
        looks.at("profile-done");

        browser.open("/login");
        browser.see("#signed-in");
        looks.at("login-signed-in");
        browser.openLink(Product.origin().replace("localhost", "127.0.0.1") + "/");
        browser.run("location.href = arguments[0]", Product.origin() + "/logout");
        browser.see("#confirm-logout");
        looks.at("logout");

        line.breaks();
        browser.openUntilSeen("/dashboard", "#email-unknown");
        looks.at("dashboard-without-passage");
        browser.open("/profile");
        browser.see("#passage-unknown");
        looks.at("profile-without-passage");
        line.comesBack();

        Cookie token = browser.sessionCookie();
        browser.openUntilSeen("/profile", "#email-present");
        browser.click("#confirmed");
        browser.click("#delete-account");
        browser.see("#deleted");
        looks.at("landing-deleted");
        browser.addCookie(token);
        browser.open("/dashboard");
        browser.see("#error-account-gone");
        looks.at("error-account-gone");
    }

    /** On a line so slow that the page is painted before its scripts run. */
    @Test
    void standsStillWhileItLoads() {
        browser.cachesNothing();
        browser.isSlow(Duration.ofMillis(200));
        browser.isPresent(false);
        for (String page : List.of("/", "/login", "/register")) {
            browser.open(page);
            if (!page.equals("/")) {
                browser.see(IDENTIFIER);
            }
            assertStoodStill(page);
        }
        browser.isPresent(true);
        register();
        for (String page : List.of("/dashboard", "/profile")) {
            browser.open(page);
            assertStoodStill(page);
        }
    }

    private void assertStoodStill(String page) {
        browser.settle();
        assertThat(browser.moved()).as(page).isLessThan(0.02);
    }

    @ParameterizedTest
    @CsvSource({
        "/unauthorized, error-401, 401",
        "/fails?with=400, error-400, 400",
        "/fails?with=403, error-403, 403",
        "/nothing-here, error-404, 404",
        "/fails?with=405, error-405, 405",
        "/fails?with=409, error-409, 409",
        "/fails?with=expired, error-view-expired, 409",
        "/fails?with=exception, error-500, 500",
        "/fails?with=503, error-503, 503"
    })
    void ofErrors(String path, String page, long status) {
        browser.open(path);

        browser.see("#" + page);
        assertThat(browser.run("return performance.getEntriesByType('navigation')[0].responseStatus"))
                .isEqualTo(status);
        assertThat(browser.run("return document.documentElement.outerHTML"))
                .asString()
                .doesNotContain(FailingServlet.INTERNALS)
                .doesNotContain("Exception")
                .doesNotContain("Payara");
        looks.at(page);
    }

    @Test
    void ofErrorsInGerman() {
        HttpResponse<String> answer =
                Api.send(HttpRequest.newBuilder(URI.create(Product.origin() + "/fails?with=expired"))
                        .header("Accept", "text/html")
                        .header("Accept-Language", "de"));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("lang=\"de\"").contains("Diese Seite ist abgelaufen");
    }

    @Test
    void ofPeopleWhoWantNoMotionOrTheirOwnColours() {
        browser.isPresent(false);
        browser.prefers(Map.of("prefers-reduced-motion", "reduce"));
        browser.openUntilSeen("/register", IDENTIFIER);
        assertThat(browser.run("return getComputedStyle(document.querySelector('#name')).transitionDuration"))
                .isEqualTo("0s");

        browser.prefers(Map.of("forced-colors", "active"));
        browser.type("#name", " ");
        browser.click("[data-testid=continue-button]");
        browser.see("#name[aria-invalid=true]");
        assertThat(browser.run("return matchMedia('(forced-colors: active)').matches"))
                .isEqualTo(true);
        assertThat(browser.run("return getComputedStyle(document.querySelector('#name')).borderTopWidth"))
                .isEqualTo("3px");
        assertThat(browser.run("return getComputedStyle(document.querySelector('[data-testid=continue-button]')"
                        + " ?? document.querySelector('passage-register').shadowRoot.querySelector('[data-testid=continue-button]'))"
                        + ".borderTopStyle"))
                .isEqualTo("solid");
        looks.keep("register-forced-colours");
        browser.open("/");
        looks.keep("landing-forced-colours");
    }

    /** Compressed kilobytes and number of requests with an empty cache, as {@code docs/performance.md} promises. */
    @ParameterizedTest
    @CsvSource({
        "/, 16, 5",
        "/login, 50, 15",
        "/register, 50, 15",
        "/dashboard, 60, 8",
        "/profile, 36, 8",
        "/nothing-here, 16, 5",
    })
    void weighLittle(String path, int kilobytes, int requests) {
        if (List.of("/dashboard", "/profile").contains(path)) {
            register();
        }
        browser.isPresent(false);
        browser.cachesNothing();
        browser.open(path);
        browser.settle();

        List<?> loaded = browser.loaded();

        assertThat(loaded).as(loaded.toString()).hasSizeLessThanOrEqualTo(requests);
        assertThat(browser.weight()).as(loaded.toString()).isLessThanOrEqualTo(kilobytes * 1024L);
        assertThat(loaded)
                .allMatch(address -> address.toString().startsWith(Product.origin())
                        || address.toString().startsWith(System.getProperty("passage4j.relay")));
    }

    private void openLogin(String path) {
        browser.openUntilSeen(path, IDENTIFIER);
    }

    private void register() {
        browser.openUntilSeen("/register", IDENTIFIER);
        pages.register("Ada Lovelace", email);
        browser.waitForPath("/dashboard");
        browser.openUntilSeen("/dashboard", "#user-email");
    }
}
