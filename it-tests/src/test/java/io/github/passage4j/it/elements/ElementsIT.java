package io.github.passage4j.it.elements;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.passage4j.it.support.Api;
import io.github.passage4j.it.support.Archives;
import io.github.passage4j.it.support.Browser;
import io.github.passage4j.it.support.Looks;
import io.github.passage4j.it.support.Outbox;
import io.github.passage4j.it.support.Pages;
import io.github.passage4j.it.support.Product;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The Elements on the example page, whose policy lets nothing in from elsewhere. Each state that is walked through is looked at on a desk and
 * on a phone, light and dark: axe finds nothing, and a picture is kept in {@code target/elements}.
 */
@ExtendWith(ArquillianExtension.class)
class ElementsIT {

    private static final String IDENTIFIER = "[data-testid=identifier-input]";
    private static final String CONTINUE = "[data-testid=continue-button]";
    private static final String FIRST_DIGIT = "[data-testid=otp-single-input-0]";

    /** Where the message went is said once it was sent. */
    private static final String SENT = ".view-access-token .psg-text:not(:empty)";

    private final String email = Pages.newEmail();
    private Browser browser;
    private Looks looks;

    @Deployment(testable = false)
    static WebArchive deployment() {
        return Archives.restApi();
    }

    @BeforeEach
    void openBrowser() {
        browser = new Browser();
        looks = new Looks(browser, "elements");
        browser.isPresent(false);
    }

    @AfterEach
    void closeBrowser() {
        browser.close();
    }

    @Test
    void registersByCodeAndIsOfferedAPasskey() {
        begin("passage-register");
        browser.see(IDENTIFIER);
        look("register");
        browser.click(CONTINUE);
        browser.see("[data-testid=validation-error]");
        look("register-error");
        browser.type(IDENTIFIER, email);
        browser.click(CONTINUE);
        browser.see("[data-testid=register-main-button]");
        look("create-passkey");

        browser.click("[data-testid=register-email-button]");
        browser.see(FIRST_DIGIT);
        look("code");
        browser.see(FIRST_DIGIT).sendKeys("12");
        browser.click(CONTINUE);
        browser.see("[data-testid=validation-error]");
        look("code-error");
        browser.isPresent(true);
        enterCode();
        browser.see("[data-testid=save-device-button]");
        look("add-passkey");
        browser.click("[data-testid=save-device-button]");

        browser.see("[data-tag=signed-in]");
        look("signed-in");
        assertThat(browser.passkeys()).isEqualTo(1);
        assertNothingForeign();
    }

    @Test
    void tellsAWrongCodeAndTakesTheRightOne() {
        begin("passage-register");
        browser.type(IDENTIFIER, email);
        browser.click(CONTINUE);
        browser.click("[data-testid=register-email-button]");
        browser.see(SENT);

        String code = Outbox.newestTo(email).getString("otp");
        browser.see(FIRST_DIGIT).sendKeys(code.equals("111111") ? "222222" : "111111");
        assertThat(browser.see("[data-testid=validation-error]").getText()).contains("not the code");
        typeCode(code);

        browser.click("[data-testid=add-device-skip]");
        browser.see("[data-tag=signed-in]");
        assertThat(browser.passkeys()).isZero();
    }

    @Test
    void asksTheOwnerAboutPasskeysFromBefore() {
        registerWithPasskey();
        browser.isPresent(false);

        begin("passage-login");
        browser.type(IDENTIFIER, email);
        browser.click(CONTINUE);
        browser.see("[data-testid=login-with-email-button]");
        look("use-passkey");
        browser.click("[data-testid=login-with-email-button]");
        enterCode();
        browser.see("[data-testid=remove-passkeys-button]");
        look("doubtful-passkeys");
        browser.click("[data-testid=keep-passkeys-button]");
        browser.click("[data-testid=add-device-skip]");

        browser.see("[data-tag=signed-in]");
        assertNothingForeign();
    }

    @Test
    void opensALinkOnceAndSaysWhenItIsTooOld() {
        registerWithPasskey();

        begin("passage-login", "&psg_magic_link=ml.x");
        browser.see("[data-testid=failure-message]");
        look("link-invalid");
        browser.click("[data-testid=change-email-button]");

        browser.see(IDENTIFIER);
        look("login");
        browser.isPresent(false);
    }

    @Test
    void managesPasskeysAndData() {
        registerWithPasskey();
        showProfile("passage-profile");
        browser.see("[data-testid=passkey-table-row-0]");
        look("profile");

        browser.click("[data-testid=edit-passkey-button-0]");
        browser.see("[data-testid=passkey-name-input]");
        look("rename");
        browser.type("[data-testid=passkey-name-input]", "Work laptop");
        browser.click("[data-testid=primary-modal-button]");
        browser.waitForScript(
                "to see the new name", seen("[data-testid=passkey-table-row-0-device-name]", "Work laptop"));

        browser.click("[data-testid=revoke-passkey-button-0]");
        browser.see("[data-testid=revoke-passkey-button-confirmation]");
        look("remove");
        browser.click("[data-testid=secondary-modal-button]");
        browser.click("[data-testid=add-passkey-button]");
        browser.see("[data-testid=add-device-primary-button]");
        look("add");
        browser.click("[data-testid=secondary-modal-button]");

        browser.click("[data-testid=edit-button]");
        look("profile-editing");
        browser.type("[data-testid=profile-email-input]", "no address");
        browser.click("[data-testid=save-button]");
        browser.waitForScript("to see the complaint", seen("#psg-profile-email-error", "complete"));
        look("profile-error");
        String next = Pages.newEmail();
        browser.type("[data-testid=profile-email-input]", next);
        browser.click("[data-testid=save-button]");
        browser.waitForScript("to read that it is to be confirmed", seen("[data-testid=pending-email]", next));
        look("profile-pending");

        assertThat(Outbox.newestTo(next).getString("magic_link")).contains("psg_");
        assertNothingForeign();
    }

    @Test
    void showsPasskeysAloneAndNobodyWithoutAToken() {
        registerWithPasskey();
        showProfile("passage-passkey-table");
        browser.see("[data-testid=passkey-table-row-0]");
        look("passkey-table");
        browser.see("[data-testid=add-passkey-button]");

        begin("passage-profile");
        browser.see("[data-testid=login-link]");
        look("signed-out");
        assertNothingForeign();
    }

    @Test
    void takesThePagesOwnFieldsAlong() {
        begin("passage-register");
        browser.run("""
                const element = document.querySelector('passage-register');
                const label = document.createElement('label');
                label.slot = 'fields';
                label.append('Name ', Object.assign(document.createElement('input'), {name: 'name', id: 'name', required: true}));
                element.append(label);
                element.beforeAuth = (_, context) => { window.told = JSON.stringify(context); return true; };
                """);
        browser.type(IDENTIFIER, email);
        browser.click(CONTINUE);
        assertThat(browser.isSeen("[data-testid=register-main-button]")).isFalse();
        browser.type("#name", "Ada");
        browser.click(CONTINUE);

        browser.see("[data-testid=register-main-button]");
        assertThat(browser.run("return told"))
                .isEqualTo("{\"authType\":\"register\",\"userMetadata\":{\"name\":\"Ada\"}}");
    }

    @Test
    void keepsTheDirectionOfItsTextsAndOfWhatThePageGivesIt() {
        browser.open("/passage/?app=" + Product.appId() + "&lang=de");
        browser.run("""
                Object.assign(document.documentElement, { dir: 'rtl', lang: 'he' });
                const [login, register] = ['login', 'register'].map((kind) => document.createElement(`passage-${kind}`));
                register.innerHTML = '<label slot="fields">שם <input></label>';
                for (const each of [login, register]) Object.assign(each, { appId: arguments[0], lang: 'de' });
                document.querySelector('#stage').replaceChildren(login, register);
                """, Product.appId());

        browser.waitForScript(
                "a form in the page, in the language and direction of its texts",
                "const form = document.querySelector('form[slot=loginInput]');"
                        + " return form?.lang === 'de' && getComputedStyle(form).direction === 'ltr'");
        browser.waitForScript(
                "the page's own field in the direction of the page, on its side",
                "const label = document.querySelector('[slot=fields]');"
                        + " const { direction, display } = label?.assignedSlot ? getComputedStyle(label) : {};"
                        + " return direction === 'rtl' && display === 'block'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "index.html"})
    void areShownUnderThePolicyOfEveryAnswer(String page) {
        HttpResponse<String> answer =
                Api.send(HttpRequest.newBuilder(URI.create(Product.origin() + "/passage/" + page)));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'");
    }

    private void begin(String element) {
        begin(element, "");
    }

    private void begin(String element, String more) {
        browser.open("/passage/?app=" + Product.appId() + "&theme=auto&lang=en&element=" + element + more);
    }

    private void registerWithPasskey() {
        begin("passage-register");
        browser.isPresent(true);
        browser.type(IDENTIFIER, email);
        browser.click(CONTINUE);
        browser.click("[data-testid=register-main-button]");
        browser.see("[data-tag=signed-in]");
    }

    /** The person of the element before, whose token store it takes over. */
    private void showProfile(String name) {
        browser.run("""
                const before = document.querySelector('#stage').firstElementChild;
                const { appId, tokenStore, theme, lang } = before;
                before.replaceWith(Object.assign(document.createElement(arguments[0]), { appId, tokenStore, theme, lang }));
                """, name);
    }

    private void enterCode() {
        browser.see(SENT);
        typeCode(Outbox.newestTo(email).getString("otp"));
    }

    /** As a browser fills it in: all digits into the first box. */
    private void typeCode(String code) {
        browser.run("""
                const box = document.querySelector('[data-testid=otp-single-input-0]');
                box.value = arguments[0];
                box.dispatchEvent(new Event('input', { bubbles: true }));
                """, code);
    }

    private static String seen(String selector, String text) {
        return "const root = document.querySelector('#stage').firstElementChild.shadowRoot;"
                + "return root.querySelector('" + selector + "')?.textContent.includes('" + text + "') ?? false";
    }

    private void look(String state) {
        looks.at(state);
    }

    private void assertNothingForeign() {
        assertThat(browser.complaints()).noneMatch(line -> line.contains("Content Security Policy"));
        Object asked = browser.run("return performance.getEntriesByType('resource').map(({ name }) => name).join(' ')");
        assertThat(asked.toString().split(" ")).allMatch(address -> address.startsWith(Product.origin()));
    }
}
