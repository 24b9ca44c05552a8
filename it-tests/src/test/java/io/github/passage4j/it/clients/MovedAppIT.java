package io.github.passage4j.it.clients;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.passage4j.it.support.Api;
import io.github.passage4j.it.support.Browser;
import io.github.passage4j.it.support.OperatorCommand;
import io.github.passage4j.it.support.Pages;
import io.github.passage4j.it.support.RunScript;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who follows {@code docs/migrating-from-passage.md} has an app that works: its pages, its server and its bundles as they were. */
class MovedAppIT {

    private static final String IDENTIFIER = "[data-testid=identifier-input]";
    private static final String CONTINUE = "[data-testid=continue-button]";
    private static final String FORMER_APP_ID = "q7Zk2mWd9XaBcE4fGhJ1tYuP";

    private static FormerApp app;
    private static RunScript product;

    private final String email = Pages.newEmail();
    private Browser browser;

    @BeforeAll
    static void move() {
        app = new FormerApp();
        product = new RunScript();
        product.start(Map.of("PASSAGE_ORIGIN", app.origin(), "PASSAGE_APP_ID", FORMER_APP_ID));
    }

    @AfterAll
    static void stop() {
        app.close();
        product.close();
    }

    @BeforeEach
    void openBrowser() {
        app.moveTo(product, FORMER_APP_ID, FormerApp.Elements.PUBLISHED);
        browser = new Browser(app.origin());
    }

    @AfterEach
    void closeBrowser() {
        browser.close();
    }

    @ParameterizedTest
    @EnumSource
    void aPersonRegistersWithANameSeesItAndSignsInAgain(FormerApp.Elements elements) {
        app.moveTo(product, FORMER_APP_ID, elements);
        beginRegistration("Ada <b>Lovelace</b>");
        browser.click("[data-testid=register-main-button]");
        browser.waitForPath("/dashboard");

        assertThat(browser.text()).contains("Welcome Ada <b>Lovelace</b>!", "Your email is: " + email);

        browser.run("localStorage.clear()");
        browser.forgetCookie("psg_auth_token");
        browser.isPresent(false);
        browser.open("/login");
        browser.type(IDENTIFIER, email);
        browser.click(CONTINUE);
        browser.isPresent(true);

        browser.waitForPath("/dashboard");
        assertThat(browser.text()).contains("Welcome Ada <b>Lovelace</b>!", "Your email is: " + email);
    }

    @Test
    void whoWasBroughtComesInByACodeAndNobodyElseRegistersTheAddress() {
        String id = Api.json(manage("POST", "", "{\"email\": \"" + email + "\"}"))
                .getJsonObject("user")
                .getString("id");
        assertThat(manage("PATCH", "/" + id + "/activate", "").statusCode()).isEqualTo(200);

        beginRegistration("A stranger");
        browser.see("[data-testid=validation-error]");
        assertThat(browser.path()).isEqualTo("/register");

        browser.removeAuthenticator();
        browser.open("/login");
        browser.type(IDENTIFIER, email);
        browser.click(CONTINUE);
        browser.see("[data-testid=otp-single-input-0]");
        browser.run("document.querySelector('[data-testid=otp-single-input-0]').focus()");
        browser.keys(code());
        browser.waitForPath("/dashboard");
        assertThat(browser.text()).contains("Your email is: " + email);
    }

    @ParameterizedTest
    @EnumSource
    void elementsKeepTheirStyleUnderTheDocumentedPolicy(FormerApp.Elements elements) {
        app.moveTo(product, FORMER_APP_ID, elements);
        browser.open("/register");

        assertThat(browser.see(CONTINUE).getCssValue("background-color"))
                .isNotIn("rgba(239, 239, 239, 1)", "rgba(0, 0, 0, 0)");
        assertThat(browser.complaints()).noneMatch(line -> line.contains("Content Security Policy"));
    }

    @Test
    void operatorNamesNoAppForTheOneThatTheSettingsName() {
        OperatorCommand.Result shown = new OperatorCommand(product).run("app", "show", "--json");

        assertThat(shown.code()).isZero();
        assertThat(shown.out()).contains(FORMER_APP_ID);
    }

    @ParameterizedTest
    @EnumSource
    void theNameIsAskedForOnlyTogetherWithTheEmail(FormerApp.Elements elements) {
        app.moveTo(product, FORMER_APP_ID, elements);
        beginRegistration("Ada");

        browser.see("[data-testid=register-main-button]");
        assertThat(browser.isSeen("#name")).isFalse();
        assertThat(browser.isSeen("#to-login")).isFalse();
    }

    @Test
    void nobodyComesInWithoutATokenOfThisServer() {
        assertThat(dashboard("").statusCode()).isEqualTo(401);
        assertThat(dashboard("psg_auth_token=e30.e30.e30").statusCode()).isEqualTo(401);
    }

    private void beginRegistration(String name) {
        browser.open("/register");
        browser.type("#name", name);
        browser.type(IDENTIFIER, email);
        browser.click(CONTINUE);
    }

    private static HttpResponse<String> dashboard(String cookie) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(app.origin() + "/dashboard"));
        return Api.send(cookie.isEmpty() ? request : request.header("Cookie", cookie));
    }

    private static HttpResponse<String> manage(String method, String path, String body) {
        String users = product.origin() + "/passage/api/v1/apps/" + FORMER_APP_ID + "/users";
        return Api.send(HttpRequest.newBuilder(URI.create(users + path))
                .header("Authorization", "Bearer " + product.apiKey())
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body)));
    }

    /** The one that was sent last to this test's address. */
    private String code() {
        HttpResponse<String> outbox =
                Api.send(HttpRequest.newBuilder(URI.create(product.origin() + "/passage/outbox.json")));
        try (JsonReader reader = Json.createReader(new StringReader(outbox.body()))) {
            return reader.readArray().getValuesAs(JsonObject.class).stream()
                    .filter(mail -> mail.getString("to").equals(email))
                    .findFirst()
                    .orElseThrow()
                    .getString("otp");
        }
    }
}
