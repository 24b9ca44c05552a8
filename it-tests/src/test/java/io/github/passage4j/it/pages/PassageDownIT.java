package io.github.passage4j.it.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.passage4j.it.support.Archives;
import io.github.passage4j.it.support.Browser;
import io.github.passage4j.it.support.Pages;
import io.github.passage4j.it.support.Relay;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.TargetsContainer;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The pages while Passage, somewhere else, is down or slow: what is the app's own works on, and nothing is lost. */
@ExtendWith(ArquillianExtension.class)
class PassageDownIT {

    private final String email = Pages.newEmail();
    private Relay line;
    private Browser browser;

    @Deployment(testable = false)
    @TargetsContainer("relayed")
    static WebArchive deployment() {
        return Archives.pages();
    }

    @BeforeEach
    void register() {
        line = Relay.start();
        browser = new Browser();
        browser.openUntilSeen("/register", "[data-testid=identifier-input]");
        new Pages(browser).register("Ada", email);
        browser.waitForPath("/dashboard");
    }

    @AfterEach
    void close() {
        try {
            browser.close();
        } finally {
            line.close();
        }
    }

    @Test
    void greetsByNameWithoutTheEmail() {
        line.breaks();

        browser.openUntilSeen("/dashboard", "#email-unknown"); // an answer of Passage counts for three seconds

        assertThat(browser.text()).contains("Welcome Ada!").doesNotContain(email);
        line.comesBack();
        browser.openUntilSeen("/dashboard", "#user-email");
    }

    @Test
    void waitsForASlowPassageForTwoSecondsAndNoLonger() {
        line.holds();

        browser.openUntilSeen("/dashboard", "#email-unknown");

        Object took = browser.run("const page = performance.getEntriesByType('navigation')[0];"
                + "return Math.round(page.responseEnd - page.requestStart)");
        assertThat((Long) took).isBetween(1500L, 4000L);
        line.letsGo();
        browser.openUntilSeen("/dashboard", "#user-email");
    }

    @Test
    void changesTheNameAllTheSame() {
        line.breaks();
        browser.open("/profile");
        browser.see("#passage-unknown");

        browser.type("#name-value", "Ada King");
        browser.click("#name-save");

        browser.see("#done");
        browser.open("/dashboard");
        assertThat(browser.text()).contains("Welcome Ada King!");
    }

    @Test
    void keepsTheNewAddressThatWasTypedUntilPassageIsBack() {
        browser.open("/profile");
        String next = Pages.newEmail();
        browser.type("#email-value", next);
        line.breaks();
        browser.click("#email-save");

        browser.see("#email .form-unanswered");
        assertThat(browser.see("#email-value").getDomProperty("value")).isEqualTo(next);
        line.comesBack();
        browser.clickUntilSeen("#email-save", "#done");
    }

    @Test
    void saysSoInsteadOfADownloadToSomebodyWhoStaysSignedIn() {
        line.breaks();

        browser.openUntilSeen(
                "/profile/data", "#error-passage-silent"); // an answer of Passage counts for three seconds

        assertThat(browser.isSeen("#logout")).isTrue();
        assertThat(browser.text()).doesNotContain("Register");
    }

    @Test
    void deletesNothingByHalf() {
        browser.open("/profile");
        line.breaks();
        browser.click("#confirmed");
        browser.click("#delete-account");

        browser.see("#delete [role=alert]");
        line.comesBack();
        browser.openUntilSeen("/dashboard", "#user-email");
        assertThat(browser.text()).contains("Welcome Ada!").contains(email);
    }

    @Test
    void keepsTheSessionThatCanNotBeRenewedNow() {
        browser.forgetCookie("psg_auth_token");
        line.breaks();

        browser.open("/profile?tab=1");

        browser.see("#error-503");
        assertThat(browser.run("return performance.getEntriesByType('navigation')[0].responseStatus"))
                .isEqualTo(503L);
        line.comesBack();
        browser.clickUntilSeen("#retry", "#email-present");
        assertThat(browser.path()).isEqualTo("/profile");
        assertThat(browser.run("return location.search")).isEqualTo("?tab=1");
    }
}
