package io.github.passage4j.it.clients;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.passage4j.it.support.Browser;
import io.github.passage4j.it.support.OperatorCommand;
import io.github.passage4j.it.support.RunScript;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An app whose people sign up and in with phone numbers: the published clients, our Elements and our pages. */
class PhoneNumbersIT {

    private static final String IDENTIFIER = "[data-testid=identifier-input]";
    private static final String CONTINUE = "[data-testid=continue-button]";

    private static ClientSite site;
    private static RunScript product;
    private static RunScript pages;

    private final String phone = "+491701" + ThreadLocalRandom.current().nextInt(100_000, 1_000_000);
    private Browser browser;

    @BeforeAll
    static void start() {
        site = new ClientSite();
        product = new RunScript();
        product.start(Map.of("PASSAGE_ORIGIN", site.origin(), "PASSAGE_SMS", "log"));
        site.use(product.origin() + "/passage");
        takePhones(product, "phone");
        pages = new RunScript();
        pages.start(Map.of("PASSAGE_SMS", "log"));
        takePhones(pages, "both");
    }

    private static void takePhones(RunScript server, String identifier) {
        assertThat(new OperatorCommand(server)
                        .run("app", "update", "--identifier", identifier)
                        .code())
                .isZero();
    }

    @AfterAll
    static void stop() {
        pages.close();
        product.close();
        site.close();
    }

    @BeforeEach
    void openBrowser() {
        browser = new Browser(site.origin());
    }

    @AfterEach
    void closeBrowser() {
        browser.close();
    }

    /** What was written into the log instead of being sent to the phone. */
    private String sms(RunScript server, String pattern) {
        Matcher matcher = Pattern.compile("SMS to " + Pattern.quote(phone) + ": .*?" + pattern)
                .matcher(server.output());
        String last = "";
        while (matcher.find()) {
            last = matcher.group(1);
        }
        assertThat(last).isNotEmpty();
        return last;
    }

    private void waitForSignIn() {
        browser.waitForScript("a sign-in", "return document.title === 'signed in'");
    }

    @Test
    void publishedElementsRegisterWithAPasskeyAndSignInWithIt() {
        browser.open("/elements?element=passage-auth&app=" + product.appId());
        browser.click("[data-testid=register-link]");
        browser.type(IDENTIFIER, phone);
        browser.click(CONTINUE);
        browser.click("[data-testid=register-main-button]");
        waitForSignIn();

        browser.run("document.cookie = 'psg_auth_token=; path=/; max-age=0'; localStorage.clear()");
        browser.open("/elements?element=passage-auth&app=" + product.appId());
        browser.type(IDENTIFIER, phone);
        browser.click(CONTINUE);
        waitForSignIn();
    }

    @Test
    void publishedElementsFallBackToACodeBySms() {
        browser.removeAuthenticator();
        browser.open("/elements?element=passage-auth&app=" + product.appId());
        browser.click("[data-testid=register-link]");
        browser.type(IDENTIFIER, phone);
        browser.click(CONTINUE);
        browser.click("[data-testid=register-email-button]");
        browser.see("[data-testid=otp-single-input-0]");
        browser.run("document.querySelector('[data-testid=otp-single-input-0]').focus()");

        browser.keys(sms(product, "([0-9]{6}) is your code"));

        waitForSignIn();
    }

    @Test
    void publishedSdkChangesTheNumber() {
        browser.open("/sdk?app=" + product.appId());
        browser.run("return call('app.createUser', '+4930901820').then(() => call('passkey.register', '+4930901820'))");

        assertThat(browser.run("return call('currentUser.changePhone', '" + phone + "')"))
                .asString()
                .contains("id=");
        String token = sms(product, "psg_verify_link=(\\S+)");

        browser.run("return call('magicLink.activate', '" + token + "')");
        assertThat(browser.run("return call('currentUser.userInfo').then(user => user.phone)"))
                .isEqualTo(phone);
    }

    @Test
    void pagesAndElementsOfOursWorkWithoutAnAddress() {
        browser.close();
        browser = new Browser(pages.origin());
        browser.open("/register");
        browser.type("#name", "Ada Lovelace");
        browser.type(IDENTIFIER, phone);
        browser.click(CONTINUE);
        browser.click("[data-testid=register-main-button]");
        browser.waitForPath("/dashboard");
        assertThat(browser.text()).contains("Ada Lovelace").contains(phone);

        browser.open("/profile");
        assertThat(browser.text()).contains(phone);
    }

    @Test
    void elementsOfOursSendACodeBySms() {
        browser.close();
        browser = new Browser(pages.origin());
        browser.removeAuthenticator();
        browser.open("/register");
        browser.type("#name", "Ada Lovelace");
        browser.run("document.querySelector('passage-register').setAttribute('default-country-code', 'de')");
        browser.type(IDENTIFIER, "0" + phone.substring(3, 6) + " / " + phone.substring(6));
        browser.click(CONTINUE);
        assertThat(browser.see("[data-testid=register-email-button]").getText())
                .isEqualTo("Get a code by text message");
        assertThat(browser.see("[data-testid=change-email-button]").getText()).isEqualTo("Use another number");
        browser.click("[data-testid=register-email-button]");
        browser.see(".view-access-token .psg-text:not(:empty)");
        browser.type("[data-testid=otp-single-input-0]", sms(pages, "([0-9]{6}) is your code"));

        browser.waitForPath("/dashboard");
        assertThat(browser.text()).contains("Ada Lovelace").contains(phone);
    }
}
