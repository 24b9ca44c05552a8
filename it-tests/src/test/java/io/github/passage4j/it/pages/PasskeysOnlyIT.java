package io.github.passage4j.it.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.passage4j.it.support.Browser;
import io.github.passage4j.it.support.OperatorCommand;
import io.github.passage4j.it.support.Pages;
import io.github.passage4j.it.support.RunScript;
import org.junit.jupiter.api.Test;

/** The app has neither codes nor links: who loses the last passkey is locked out. */
class PasskeysOnlyIT {

    @Test
    void keepsTheLastWayIn() {
        try (RunScript product = new RunScript()) {
            product.start();
            assertThat(new OperatorCommand(product)
                            .run("app", "update", "--codes", "false", "--links", "false")
                            .code())
                    .isZero();
            try (Browser browser = new Browser(product.origin())) {
                new Pages(browser).register("Ada", Pages.newEmail());
                browser.waitForPath("/dashboard");
                browser.open("/profile");

                browser.click(".disclosure:nth-of-type(2) summary");
                browser.click(".passkey-remove");

                assertThat(browser.see("#passkeys-problem").getText())
                        .isEqualTo("This passkey is your only way to sign in. Please add another one first.");
                browser.open("/profile");
                assertThat(browser.run("return document.querySelectorAll('[data-passkey]').length"))
                        .isEqualTo(1L);
                assertThat(browser.passkeys()).isEqualTo(1);
            }
        }
    }
}
