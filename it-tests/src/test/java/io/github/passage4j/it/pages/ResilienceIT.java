package io.github.passage4j.it.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.passage4j.it.support.Archives;
import io.github.passage4j.it.support.Browser;
import io.github.passage4j.it.support.Pages;
import io.github.passage4j.it.support.Product;
import java.time.Duration;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A network that fails for a moment, a slow one, and people who click twice, go back or close the tab: nothing that was typed or done is lost. */
@ExtendWith(ArquillianExtension.class)
class ResilienceIT {

    private static final String IDENTIFIER = "[data-testid=identifier-input]";
    private static final String CONTINUE = "[data-testid=continue-button]";
    private static final String CREATE = "[data-testid=register-main-button]";
    private static final String FAILURE = "[data-testid=failure-message]:not(:empty)";

    private final String email = Pages.newEmail();
    private Browser browser;
    private Pages pages;

    @Deployment(testable = false)
    static WebArchive deployment() {
        return Archives.restApi();
    }

    @BeforeEach
    void openBrowser() {
        browser = new Browser();
        pages = new Pages(browser);
    }

    @AfterEach
    void closeBrowser() {
        browser.close();
    }

    @Test
    void keepsWhatWasTypedWhenTheRegistrationDoesNotGetThrough() {
        browser.open("/register");
        browser.see(IDENTIFIER);
        browser.block("*/passage/auth/*");
        browser.type("#name", "Ada");
        browser.type(IDENTIFIER, email);
        browser.click(CONTINUE);

        browser.see(FAILURE);
        assertThat(browser.see("#name").getDomProperty("value")).isEqualTo("Ada");
        assertThat(browser.see(IDENTIFIER).getDomProperty("value")).isEqualTo(email);
        browser.block();
        browser.click(CONTINUE);
        browser.click(CREATE);

        browser.waitForPath("/dashboard");
        assertThat(browser.text()).contains("Welcome Ada!").contains(email);
    }

    @Test
    void keepsWhatWasTypedWhenTheLoginDoesNotGetThrough() {
        browser.isPresent(false);
        browser.open("/login");
        browser.see(IDENTIFIER);
        browser.block("*/passage/auth/*");
        browser.type(IDENTIFIER, email);
        browser.click(CONTINUE);

        browser.see(FAILURE);
        assertThat(browser.see(IDENTIFIER).getDomProperty("value")).isEqualTo(email);
    }

    @Test
    void keepsTheNameOverAReload() {
        browser.open("/register");
        browser.type("#name", "Ada Lovelace");
        browser.reload();

        assertThat(browser.see("#name").getDomProperty("value")).isEqualTo("Ada Lovelace");
    }

    @Test
    void finishesOnceTheCallbackGetsThrough() {
        browser.open("/register");
        browser.block(Product.origin() + "/session", Product.origin() + "/api/user");
        pages.register("Ada", email);

        browser.see(FAILURE);
        assertThat(browser.passkeys()).isEqualTo(1);
        assertThat(browser.path()).isEqualTo("/register");
        browser.block();
        browser.click("[data-testid=try-again-button]");

        browser.waitForPath("/dashboard");
        assertThat(browser.text()).contains("Welcome Ada!").contains(email);
        assertThat(browser.passkeys()).isEqualTo(1);
    }

    @Test
    void losesNoNameWhenTheTabIsClosedBetweenPasskeyAndCallback() {
        browser.open("/register");
        browser.block(Product.origin() + "/session", Product.origin() + "/api/user");
        pages.register("Ada", email);
        browser.see(FAILURE);

        browser.block();
        browser.open("/login"); // the page before is gone for good; and takes the passkey that autofill offers

        browser.waitForPath("/dashboard");
        assertThat(browser.text()).contains("Welcome Ada!").contains(email);
    }

    @Test
    void registersOnceForTwoClicks() {
        browser.open("/register");
        browser.type("#name", "Ada");
        browser.type(IDENTIFIER, email);
        browser.doubleClick(CONTINUE);
        browser.doubleClick(CREATE);

        browser.waitForPath("/dashboard");
        assertThat(browser.passkeys()).isEqualTo(1);
        assertThat(browser.text()).contains("Welcome Ada!");
    }

    @Test
    void changesTheProfileOnceForTwoClicks() {
        register();
        browser.open("/profile");
        browser.type("#name-value", "Ada King");
        browser.doubleClick("#name-save");

        browser.see("#done");
        assertThat(browser.see("#name-value").getDomProperty("value")).isEqualTo("Ada King");
    }

    @Test
    void keepsWhatWasTypedInTheProfileUntilItGetsThrough() {
        register();
        browser.open("/profile");
        browser.block("*/profile/*");
        String next = Pages.newEmail();
        browser.type("#email-value", next);
        browser.type("#name-value", "Ada King");
        browser.click("#name-save");

        assertThat(browser.see("#name .form-unanswered").getText()).contains("still here");
        assertThat(browser.see("#name-value").getDomProperty("value")).isEqualTo("Ada King");
        assertThat(browser.see("#email-value").getDomProperty("value")).isEqualTo(next);
        browser.click("#email-save");
        browser.see("#email .form-unanswered");
        browser.block();
        browser.click("#name-save");

        assertThat(browser.see("#done").getText()).contains("name");
        browser.type("#name-value", "Ada Byron");
        browser.click("#name-save"); // to the very address that is open
        browser.waitForScript(
                "to have the new name", "return document.querySelector('#name-value').defaultValue === 'Ada Byron'");
    }

    @Test
    void showsNothingOfTheAccountOnTheWayBackAfterLogout() {
        register();
        browser.open("/profile");
        pages.logout();
        browser.isPresent(false);

        browser.back();

        browser.waitForPath("/login");
        assertThat(browser.text()).doesNotContain(email).doesNotContain("Ada");
    }

    @Test
    void doesNotOfferTheRegistrationAgainOnTheWayBackFromIt() {
        browser.open("/");
        register();

        browser.back();

        browser.waitForPath("/dashboard"); // by way of the landing page, from where the registration was opened
        assertThat(browser.text()).contains("Welcome Ada!");
    }

    @Test
    void registersOnASlowNetwork() {
        browser.open("/register");
        browser.isSlow(Duration.ofMillis(1500));
        browser.reload();

        pages.fillIn("Ada", email);
        browser.click(CONTINUE);
        browser.click(CREATE);

        browser.waitForPath("/dashboard");
        assertThat(browser.text()).contains("Welcome Ada!").contains(email);
    }

    @Test
    void saysWhenTheFormDoesNotCome() {
        browser.open("/login");
        browser.block("*/passage-web.js*", "*/passage/*.js");
        browser.reload();

        assertThat(browser.see("#module-failed").getText()).contains("reload");
        browser.block();
        browser.click("#module-failed a");

        browser.see(IDENTIFIER);
    }

    private void register() {
        pages.register("Ada", email);
        browser.waitForPath("/dashboard");
    }
}
