package io.github.passage4j.it.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.passage4j.it.support.Api;
import io.github.passage4j.it.support.Archives;
import io.github.passage4j.it.support.Browser;
import io.github.passage4j.it.support.Looks;
import io.github.passage4j.it.support.Outbox;
import io.github.passage4j.it.support.Pages;
import io.github.passage4j.it.support.Product;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Cookie;

/** What people change of their own account, in a real browser. */
@ExtendWith(ArquillianExtension.class)
class ProfileIT {

    private final String email = Pages.newEmail();
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
        pages.register("Ada", email);
        browser.waitForPath("/dashboard");
    }

    @AfterEach
    void closeBrowser() {
        try (Browser closed = browser) {
            assertThat(closed.complaints())
                    .filteredOn(complaint -> !complaint.matches("(?s).* (400|401|404) .*"))
                    .isEmpty();
        }
    }

    @Test
    void renamesAndKeepsWhatWasTypedWhenTheNameIsRefused() {
        browser.open("/profile");
        browser.type("#name-value", "Ada Lovelace");
        browser.click("#name-save");
        browser.see("#done");
        browser.open("/dashboard");
        assertThat(browser.text()).contains("Welcome Ada Lovelace!");

        browser.open("/profile");
        browser.type("#name-value", "A".repeat(101));
        browser.click("#name-save");

        assertThat(browser.see("#name-problem").getText()).contains("100");
        assertThat(browser.see("#name-value").getDomProperty("value")).isEqualTo("A".repeat(101));
        browser.open("/dashboard");
        assertThat(browser.text()).contains("Welcome Ada Lovelace!");
    }

    @Test
    void showsTheAccountAndItsHistoryOnTheDashboard() {
        assertThat(browser.see("#passkeys").getText()).contains("Chrome");
        assertThat(browser.see("#history").getText())
                .contains("Registered with a passkey")
                .containsPattern("UTC · Chrome");
    }

    @Test
    void renamesAndRemovesPasskeys() {
        browser.open("/profile");
        browser.click(".disclosure:nth-of-type(1) summary");
        browser.type("[data-passkey] input[name=value]", "Laptop");
        browser.click(".passkey-save");
        browser.see("#done");
        assertThat(browser.see("#passkeys").getText()).contains("Laptop");

        browser.click(".disclosure:nth-of-type(2) summary");
        browser.click(".passkey-remove");

        browser.see("#no-passkeys");
        assertThat(browser.text()).contains("The passkey is removed.");
        browser.waitFor("the device to hear of it", () -> browser.passkeys() == 0);
    }

    @Test
    void asksAboutPasskeysFromBeforeTheAddressWasVerified() {
        verifyTheAddressElsewhere();
        pages.logout();
        pages.openLogin();
        browser.click("[data-testid=passkey-button]");
        browser.waitForPath("/dashboard");
        browser.open("/profile");
        assertThat(browser.see("[data-passkey]").getText()).contains("Not confirmed");
        new Looks(browser, "screenshots").at("profile-unconfirmed-passkey");

        browser.click("#confirm-passkeys");

        assertThat(browser.see("#done").getText()).contains("confirmed");
        assertThat(browser.see("[data-passkey]").getText()).doesNotContain("Not confirmed");
        assertThat(browser.run("return document.querySelector('#unconfirmed-passkeys')"))
                .isNull();
    }

    /** With a code, so that the passkey is one from before. */
    private void verifyTheAddressElsewhere() {
        String id = Api.json(auth("/login/otp", Json.createObjectBuilder().add("identifier", email)))
                .getString("otp_id");
        String code = Outbox.newestTo(email.toLowerCase(Locale.ROOT)).getString("otp");
        auth("/otp/activate", Json.createObjectBuilder().add("otp_id", id).add("otp", code));
    }

    private static HttpResponse<String> auth(String path, JsonObjectBuilder body) {
        String address = Product.origin() + "/passage/auth/v1/apps/" + Product.appId() + path;
        return Api.send(HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.build().toString())));
    }

    @Test
    void addsAPasskeyOnAnotherDevice() {
        browser.takesAnotherDevice();
        browser.open("/profile");

        browser.click("#add-passkey");

        browser.see("#done");
        assertThat(browser.run("return document.querySelectorAll('[data-passkey]').length"))
                .isEqualTo(2L);
        pages.logout();
        pages.openLogin();
        browser.click("[data-testid=passkey-button]");
        browser.waitForPath("/dashboard");
    }

    @Test
    void saysWhenThisDeviceHasAPasskeyAlready() {
        browser.open("/profile");

        browser.click("#add-passkey");

        assertThat(browser.see("#passkey-failed").getText()).isNotBlank();
        assertThat(browser.see("#add-passkey").isEnabled()).isTrue();
    }

    @Test
    void keepsAFieldOfTheAppAndSendsALinkToANewAddress() {
        browser.open("/profile");
        browser.type("[name='field.nickname']", "<b>Countess</b>");
        browser.click("#details-save");
        browser.see("#done");
        assertThat(browser.see("[name='field.nickname']").getDomProperty("value"))
                .isEqualTo("<b>Countess</b>");

        String next = Pages.newEmail();
        browser.type("#email-value", next);
        browser.click("#email-save");

        browser.waitForScript(
                "to read of the link", "return document.querySelector('#done')?.textContent.includes('link') ?? false");
        assertThat(Api.send(HttpRequest.newBuilder(URI.create(Product.origin() + "/passage/outbox.json")))
                        .body())
                .contains(next);
        assertThat(browser.see("#email-present").getText()).isEqualTo(email);
    }

    @Test
    void signsOutEverywhere() {
        String refreshToken = browser.cookie("psg_refresh_token").getValue();
        browser.open("/profile");
        browser.isPresent(false);

        browser.click("#end-sessions");

        browser.waitForPath("/login");
        HttpResponse<String> elsewhere = Api.send(HttpRequest.newBuilder(URI.create(Product.origin() + "/profile"))
                .header("Accept", "text/html")
                .header("Cookie", "psg_refresh_token=" + refreshToken));
        assertThat(elsewhere.statusCode()).isEqualTo(302);
        assertThat(elsewhere.headers().firstValue("Location")).contains("/login?return-to=%2Fprofile");
    }

    @Test
    void signsOutOfAnotherBrowserOnly() {
        try (Browser other = new Browser()) {
            other.hasThePasskeysOf(browser);
            new Pages(other).openLogin();
            other.click("[data-testid=passkey-button]");
            other.waitForPath("/dashboard");
            browser.open("/profile");
            assertThat(browser.see("#sessions").getText()).contains("Chrome", "This browser", "Last used");
            assertThat(browser.run("return document.querySelectorAll('[data-session]').length"))
                    .isEqualTo(2L);

            browser.click(".end-session");

            assertThat(browser.see("#done").getText()).contains("signed out");
            assertThat(browser.run("return document.querySelectorAll('[data-session]').length"))
                    .isEqualTo(1L);
            // Its auth token is good until it is over: the app asks nobody. Passage itself is asked by the profile
            other.open("/profile");
            assertThat(other.see("#over").getText()).contains("signed out");
            assertThat(Api.send(delete(other.sessionCookie().getValue())).statusCode())
                    .isEqualTo(403);
            other.forgetCookie("psg_auth_token");
            other.open("/dashboard");
            other.waitForPath("/login");
            browser.forgetCookie("psg_auth_token");
            browser.open("/dashboard");
            assertThat(browser.path()).isEqualTo("/dashboard");
        }
    }

    @Test
    void signsOutHereWhereItListsThisBrowser() {
        browser.open("/profile");
        browser.isPresent(false);

        browser.click("#end-current-session");

        browser.waitForPath("/login");
        assertThat(browser.sessionCookie()).isNull();
    }

    @Test
    void comesBackToTheProfileAfterSigningIn() {
        pages.logout();
        browser.isPresent(false);
        browser.open("/profile");
        browser.waitForPath("/login");

        browser.isPresent(true); // and takes the passkey that autofill offers; a prompt from before would not notice
        browser.run("location.reload()");

        browser.waitForPath("/profile");
    }

    @Test
    void handsOutAllDataOfBothSides() {
        HttpResponse<String> answer = Api.send(request("/profile/data").GET());

        assertThat(answer.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"my-data.json\"");
        JsonObject data = Api.json(answer);
        assertThat(data.getJsonObject("app").getString("name")).isEqualTo("Ada");
        assertThat(data.getJsonObject("passage").getString("email")).isEqualTo(email);
        assertThat(data.getJsonObject("passage").getJsonArray("passkeys")).hasSize(1);
        assertThat(data.getJsonObject("passage").getJsonArray("sessions")).hasSize(1);
    }

    @Test
    void deletesTheAccountOnBothSides() {
        String token = browser.sessionCookie().getValue();
        browser.open("/profile");
        browser.click("#confirmed");
        browser.click("#delete-account");

        browser.see("#deleted");
        assertThat(browser.sessionCookie()).isNull();
        assertThat(Api.read(token).statusCode()).isEqualTo(404);

        HttpResponse<String> again = Api.send(delete(token));
        assertThat(again.statusCode()).isEqualTo(303);
        assertThat(again.headers().firstValue("Location")).contains("/?deleted");
    }

    @Test
    void makesNothingAnewForATokenThatOutlivesItsAccount() {
        Cookie token = browser.sessionCookie();
        browser.open("/profile");
        browser.click("#confirmed");
        browser.click("#delete-account");
        browser.see("#deleted");

        for (String page : List.of("/dashboard", "/profile", "/profile/data")) {
            browser.addCookie(token);
            browser.open(page);

            browser.see("#error-account-gone");
            assertThat(browser.run("return performance.getEntriesByType('navigation')[0].responseStatus"))
                    .isEqualTo(401L);
            assertThat(browser.sessionCookie()).isNull();
        }
        assertThat(Api.read(token.getValue()).statusCode()).isEqualTo(404);
    }

    @Test
    void takesTheNewAddressWhenItsLinkIsOpenedByWhoeverIsSignedIn() {
        String next = Pages.newEmail();
        browser.open("/profile");
        browser.type("#email-value", next);
        browser.click("#email-save");
        browser.see("#done");

        browser.openLink(Outbox.newestTo(next).getString("magic_link"));

        browser.waitForPath("/profile");
        assertThat(browser.see("#email-present").getText()).isEqualTo(next);
        assertThat(browser.see("#email").getText()).contains("Confirmed");
        browser.open("/dashboard");
        assertThat(browser.text()).contains("Welcome Ada!").contains(next);
    }

    @Test
    void leavesAPersonSignedInWhoOpensALinkTwice() {
        String next = Pages.newEmail();
        browser.open("/profile");
        browser.type("#email-value", next);
        browser.click("#email-save");
        browser.see("#done");
        String link = Outbox.newestTo(next).getString("magic_link");
        browser.openLink(link);
        browser.waitForPath("/profile");

        browser.openLink(link);

        browser.see("[data-testid=failure-message]");
        assertThat(browser.see("#signed-in").getText()).contains("already signed in");
        browser.click("#signed-in a");
        browser.waitForPath("/dashboard");
    }

    @Test
    void takesNoFormOfAnotherSite() {
        HttpResponse<String> answer = Api.send(request("/profile/delete")
                .header("Sec-Fetch-Site", "cross-site")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("confirmed=true")));

        assertThat(answer.statusCode()).isEqualTo(403);
    }

    private static HttpRequest.Builder delete(String token) {
        return HttpRequest.newBuilder(URI.create(Product.origin() + "/profile/delete"))
                .header("Cookie", "psg_auth_token=" + token)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("confirmed=true"));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(Product.origin() + path))
                .header("Accept", "text/html")
                .header("Cookie", "psg_auth_token=" + browser.sessionCookie().getValue());
    }
}
