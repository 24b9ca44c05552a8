package io.github.passage4j.it.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.passage4j.it.support.Archives;
import io.github.passage4j.it.support.Browser;
import io.github.passage4j.it.support.Pages;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.Keys;

/** The main job in a real browser with a passkey: register, dashboard, logout, login. */
@ExtendWith(ArquillianExtension.class)
class MainJobIT {

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
    void registersWithAPasskeyAndLandsOnTheDashboard() {
        String email = Pages.newEmail();

        pages.register("Ada Lovelace", email);

        browser.waitForPath("/dashboard");
        assertThat(browser.text())
                .contains("Welcome Ada Lovelace!")
                .contains("You successfully signed in with Passage.")
                .contains(email);
        assertThat(browser.passkeys()).isEqualTo(1);
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.run("return document.querySelectorAll('script:not([src])').length"))
                .isEqualTo(0L);
    }

    @Test
    void keepsTheTokenWhereNoScriptReachesIt() {
        pages.register("Ada", Pages.newEmail());
        browser.waitForPath("/dashboard");

        Cookie session = browser.sessionCookie();

        assertThat(session.isHttpOnly()).isTrue();
        assertThat(session.getSameSite()).isEqualTo("Lax");
        assertThat(browser.run("return document.cookie")).asString().doesNotContain("psg_auth_token");
        assertThat(browser.run("return JSON.stringify(localStorage) + JSON.stringify(sessionStorage)"))
                .asString()
                .doesNotContain("eyJ");
    }

    @Test
    void hidesTheNameFieldOnceTheFlowMovesOn() {
        pages.beginRegistration("Ada", Pages.newEmail());

        browser.see("[data-testid=register-main-button]");
        browser.seeNoMore("#name");
    }

    @Test
    void logsOutAndInAgainByTypingTheEmail() {
        String email = Pages.newEmail();
        pages.register("Ada", email);
        browser.waitForPath("/dashboard");

        pages.logout();
        assertThat(browser.sessionCookie()).isNull();
        pages.login(email);

        browser.waitForPath("/dashboard");
        assertThat(browser.text()).contains("Welcome Ada!").contains(email);
    }

    @Test
    void leadsFromTheDashboardToTheLoginPageAfterLogout() {
        pages.register("Ada", Pages.newEmail());
        browser.waitForPath("/dashboard");
        pages.logout();
        browser.isPresent(false);

        browser.open("/dashboard");

        browser.waitForPath("/login");
    }

    @Test
    void logsInByThePasskeyButtonWithoutTypingTheEmail() {
        String email = Pages.newEmail();
        pages.register("Ada", email);
        browser.waitForPath("/dashboard");
        pages.logout();

        pages.openLogin();
        browser.click("[data-testid=passkey-button]");

        browser.waitForPath("/dashboard");
        assertThat(browser.text()).contains("Welcome Ada!").contains(email);
    }

    @Test
    void logsInByPickingThePasskeyThatAutofillOffers() {
        String email = Pages.newEmail();
        pages.register("Ada", email);
        browser.waitForPath("/dashboard");
        pages.logout();

        browser.open("/login");

        browser.waitForPath("/dashboard");
        assertThat(browser.text()).contains("Welcome Ada!").contains(email);
    }

    @Test
    void losesNoUserWhenTheCallbackIsLost() {
        String email = Pages.newEmail();
        browser.open("/register");
        browser.block("*/api/user");

        pages.register("Ada", email);

        browser.waitForPath("/dashboard");
        assertThat(browser.text()).contains("Welcome Ada!").contains(email);
    }

    @Test
    void showsTheUnauthorizedPageWhenTheTokenIsRefused() {
        browser.open("/login");
        browser.addCookie(new Cookie("psg_auth_token", "not.a.token"));

        browser.open("/dashboard");

        assertThat(browser.path()).isEqualTo("/dashboard");
        assertThat(browser.run("return performance.getEntriesByType('navigation')[0].responseStatus"))
                .isEqualTo(401L);
    }

    @Test
    void refusesABlankNameBeforeAnythingIsCreated() {
        String email = Pages.newEmail();

        pages.beginRegistration("   ", email);

        browser.see("#name[aria-invalid=true]");
        assertThat(browser.isSeen("[data-testid=register-main-button]")).isFalse();
    }

    @Test
    void saysThatAnEmailIsTakenAtRegistration() {
        String email = Pages.newEmail();
        pages.register("Ada", email);
        browser.waitForPath("/dashboard");
        pages.logout();

        pages.beginRegistration("Eve", email);

        browser.see("[data-testid=validation-error]");
        assertThat(browser.path()).isEqualTo("/register");
    }

    @Test
    void saysThatAnEmailIsUnknownAtLogin() {
        pages.login(Pages.newEmail());

        browser.see("[data-testid=validation-error]");
        assertThat(browser.path()).isEqualTo("/login");
    }

    @Test
    void offersAnotherTryWhenTheCeremonyFails() {
        pages.beginRegistration("Ada", Pages.newEmail());
        browser.see("[data-testid=register-main-button]");
        browser.agrees(false);

        browser.click("[data-testid=register-main-button]");
        browser.see("[data-testid=failure-message]");
        assertThat(browser.passkeys()).isZero();
        browser.agrees(true);
        browser.click("[data-testid=register-main-button]");

        browser.waitForPath("/dashboard");
        assertThat(browser.text()).contains("Welcome Ada!");
    }

    @Test
    void registersAndLogsInWithTheKeyboardAlone() {
        String email = Pages.newEmail();
        browser.open("/register");
        browser.see("[data-testid=identifier-input]");

        browser.tabTo("name");
        browser.keys("Ada" + Keys.ENTER);
        browser.keys(email + Keys.ENTER);
        browser.see("[data-testid=register-main-button]");
        browser.tabTo("register-main-button");
        browser.keys(Keys.ENTER.toString());
        browser.waitForPath("/dashboard");
        assertThat(browser.text()).contains("Welcome Ada!").contains(email);

        browser.isPresent(false);
        browser.tabTo("logout");
        browser.keys(Keys.ENTER.toString());
        browser.waitForPath("/login");
        browser.see("[data-testid=identifier-input]");
        browser.isPresent(true);
        browser.tabTo("identifier-input");
        browser.keys(email + Keys.ENTER);
        browser.waitForPath("/dashboard");
        assertThat(browser.text()).contains("Welcome Ada!");
    }

    @Test
    void skipsTheNavigationWithOneKey() {
        browser.open("/register");

        browser.keys(Keys.TAB.toString());
        browser.keys(Keys.ENTER.toString());
        browser.keys(Keys.TAB.toString());

        assertThat(browser.focused()).isEqualTo("name");
    }
}
