package io.github.passage4j.it.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.passage4j.it.support.Browser;
import io.github.passage4j.it.support.OperatorCommand;
import io.github.passage4j.it.support.Outbox;
import io.github.passage4j.it.support.Pages;
import io.github.passage4j.it.support.RunScript;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The registration begins in one browser, and its link is opened in another: a phone, say. The app has links and no codes. */
class OtherBrowserIT {

    private static final String SKIP = "[data-testid=add-device-skip]";

    private static RunScript product;

    private final String email = Pages.newEmail();

    @BeforeAll
    static void startProduct() {
        product = new RunScript();
        product.start();
        assertThat(new OperatorCommand(product)
                        .run("app", "update", "--codes", "false")
                        .code())
                .isZero();
    }

    @AfterAll
    static void stopProduct() {
        product.close();
    }

    @Test
    void greetsByTheNameThatWasTypedInTheFirstBrowser() {
        try (Browser desk = new Browser(product.origin());
                Browser phone = new Browser(product.origin())) {
            beginByLink(desk);

            phone.openLink(link());
            phone.click(SKIP);

            phone.waitForPath("/dashboard");
            assertThat(phone.text()).contains("Welcome Ada!").contains(email);
            desk.click(SKIP); // it learnt by itself that the link was opened
            desk.waitForPath("/dashboard");
            assertThat(desk.text()).contains("Welcome Ada!").contains(email);
            assertThat(phone.complaints()).isEmpty();
        }
    }

    @Test
    void needsNoFirstBrowserAnyMore() {
        try (Browser desk = new Browser(product.origin())) {
            beginByLink(desk);
        }

        try (Browser phone = new Browser(product.origin())) {
            phone.openLink(link());
            phone.click("[data-testid=save-device-button]");

            phone.waitForPath("/dashboard");
            assertThat(phone.text()).contains("Welcome Ada!").contains(email);
            assertThat(phone.passkeys()).isEqualTo(1);
        }
    }

    private void beginByLink(Browser browser) {
        new Pages(browser).beginRegistration("Ada", email);
        browser.click("[data-testid=register-email-button]");
        browser.see(".view-access-token .psg-text:not(:empty)");
    }

    private String link() {
        return Outbox.newestTo(product.origin(), email).getString("magic_link");
    }
}
