package io.github.passage4j.it.elements;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.passage4j.it.support.Browser;
import io.github.passage4j.it.support.OperatorCommand;
import io.github.passage4j.it.support.Pages;
import io.github.passage4j.it.support.RunScript;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@code docs/elements.md} promises to the page around the Elements: callbacks, events, slots, parts, variables, looks and rest. */
class ElementsOnAPageIT {

    private static final String IDENTIFIER = "[data-testid=identifier-input]";
    private static final String CONTINUE = "[data-testid=continue-button]";
    private static final String CREATE_PASSKEY = "[data-testid=register-main-button]";
    private static final String SIGNED_IN = "[data-tag=signed-in]";

    /** Where the app of this test leads those who have signed in. */
    private static final String AFTER_SIGN_IN = "/passage/index.html";

    private static RunScript product;

    private final String email = Pages.newEmail();
    private Browser browser;

    @BeforeAll
    static void start() {
        product = new RunScript();
        product.start();
        assertThat(new OperatorCommand(product)
                        .run(
                                "app",
                                "update",
                                "--redirect-url=" + AFTER_SIGN_IN,
                                "--look=passage_container_background_color=#fff1e0",
                                "--look=passage_container_max_width=420",
                                "--look-dark=passage_container_background_color=#102030")
                        .code())
                .isZero();
    }

    @AfterAll
    static void stop() {
        product.close();
    }

    @BeforeEach
    void openBrowser() {
        browser = new Browser(product.origin());
        browser.isPresent(false);
    }

    @AfterEach
    void closeBrowser() {
        browser.close();
    }

    @Test
    void eventsCrossShadowBoundariesJustBeforeTheirCallbacks() {
        show("passage-auth", """
                for (const type of ['passage-before-auth', 'passage-success', 'passage-event']) {
                  document.addEventListener(type, (event) => {
                    const { bubbles, composed, cancelable, detail } = event;
                    const isOfElement = event.target === wrapper && event.composedPath()[0] === element;
                    const how = Object.entries({ isOfElement, bubbles, composed, cancelable }).filter(([, is]) => is).map(([name]) => name);
                    told.push(`${type}: ${how.join(' ')}: ${detail.type ?? Object.keys(detail).sort().join(' ')}`);
                  });
                }
                element.onEvent = ({ type }) => void told.push(type);
                element.beforeAuth = (identifier, { authType }) => told.push(`beforeAuth ${identifier} ${authType}`);
                element.onSuccess = ({ authToken }, { identifier, authType }) =>
                  void told.push(`onSuccess ${typeof authToken} ${identifier} ${authType}`);
                """);
        browser.click("[data-testid=register-link]");
        browser.see("[data-form=register] " + IDENTIFIER);
        browser.type(IDENTIFIER, email);
        browser.click(CONTINUE);
        browser.isPresent(true);
        browser.click(CREATE_PASSKEY);
        browser.see(SIGNED_IN);

        String always = ": isOfElement bubbles composed";
        String cancelable = always + " cancelable: ";
        assertThat(told())
                .containsExactly(
                        "passage-event" + always + ": onShowLogin",
                        "onShowLogin",
                        "passage-event" + always + ": onLoaded",
                        "onLoaded",
                        "passage-event" + always + ": onShowRegister",
                        "onShowRegister",
                        "passage-before-auth" + cancelable + "authType identifier",
                        "beforeAuth " + email + " register",
                        "passage-event" + always + ": onRegisterPasskey",
                        "onRegisterPasskey",
                        "passage-success" + cancelable + "authResult authType identifier",
                        "onSuccess string " + email + " register");
    }

    @Test
    void aCancelledPassageBeforeAuthStopsWithoutAMessage() {
        show("passage-register", """
                document.addEventListener('passage-before-auth', (event) => { event.preventDefault(); told.push('asked'); });
                element.beforeAuth = () => told.push('beforeAuth');
                """);
        browser.type(IDENTIFIER, email);
        browser.click(CONTINUE);

        waitUntilStopped("asked");
        assertThat(told()).containsExactly("asked");
        assertThat(usersCreated()).isZero();
    }

    @Test
    void beforeAuthIsAwaitedAndMayRefuse() {
        show("passage-register", """
                element.beforeAuth = () => new Promise((resolve) => { told.push('asked'); window.answer = resolve; });
                """);
        browser.type(IDENTIFIER, email);
        browser.click(CONTINUE);
        waitUntilTold("asked");
        browser.see(CONTINUE + "[data-busy]");
        assertThat(usersCreated()).isZero();

        browser.run("told.pop(); answer(false)");
        browser.see(CONTINUE + ":not([data-busy])");
        assertThat(hasMessage()).isFalse();
        assertThat(usersCreated()).isZero();

        browser.click(CONTINUE);
        waitUntilTold("asked");
        browser.run("answer(true)");
        browser.see(CREATE_PASSKEY);
        assertThat(usersCreated()).isOne();
    }

    @Test
    void onSuccessIsAwaitedAndRepeatedWhenItFails() {
        show("passage-register", """
                element.onSuccess = () => new Promise((resolve, reject) => {
                  told.push('signed in');
                  Object.assign(window, { succeed: resolve, fail: reject });
                });
                """);
        register();
        waitUntilTold("signed in");
        browser.see(SIGNED_IN + " .psg-text:not(:empty)");

        browser.run("fail(new Error('no session'))");
        browser.click(SIGNED_IN + " [data-testid=try-again-button]");
        browser.waitForScript("a second call", "return told.length === 2");
        browser.see(SIGNED_IN + " .psg-text:not(:empty)");
        browser.run("succeed()");

        browser.seeNoMore(SIGNED_IN + " .psg-text");
        assertThat(hasMessage()).isFalse();
        assertThat(browser.path()).isEqualTo("/passage/");
    }

    @Test
    void leadsToTheAppsRedirectUrlUnlessPassageSuccessIsCancelled() {
        show("passage-register", """
                element.addEventListener('passage-success', (event) => { event.preventDefault(); told.push('signed in'); });
                """);
        register();
        waitUntilTold("signed in");
        browser.seeNoMore(SIGNED_IN + " .psg-text");
        assertThat(browser.path()).isEqualTo("/passage/");

        browser.isPresent(false);
        show("passage-login", "");
        browser.type(IDENTIFIER, email);
        browser.click(CONTINUE);
        browser.isPresent(true);

        browser.waitForPath(AFTER_SIGN_IN);
    }

    @Test
    void pagesPutTheirOwnContentBelowTheInputOfEachForm() {
        show("passage-auth", """
                for (const form of ['login', 'register']) {
                  const slot = `below-${form}-input`;
                  element.append(Object.assign(document.createElement('p'), { id: slot, slot, textContent: form }));
                }
                """);
        browser.see("#below-login-input");
        assertThat(browser.isSeen("#below-register-input")).isFalse();
        assertThat(isBetweenInputAndButton("below-login-input")).isTrue();

        browser.click("[data-testid=register-link]");
        browser.see("#below-register-input");
        assertThat(browser.isSeen("#below-login-input")).isFalse();
        assertThat(isBetweenInputAndButton("below-register-input")).isTrue();
    }

    @Test
    void pagesStyleParts() {
        show("passage-register", """
                const sheet = new CSSStyleSheet();
                sheet.replaceSync(`
                  passage-register::part(header) { color: rgb(1, 2, 3); }
                  passage-register::part(button) { text-transform: uppercase; }
                  passage-register::part(input) { border-style: dashed; }`);
                wrapper.shadowRoot.adoptedStyleSheets = [sheet];
                """);

        assertThat(browser.see("h2[part=header]").getCssValue("color")).isEqualTo("rgba(1, 2, 3, 1)");
        assertThat(browser.see(CONTINUE).getCssValue("text-transform")).isEqualTo("uppercase");
        assertThat(browser.see(IDENTIFIER).getCssValue("border-top-style")).isEqualTo("dashed");
    }

    @Test
    void theAppsLookIsSeenUnlessThePageSaysOtherwise() {
        show("passage-register", "");
        browser.see(IDENTIFIER);
        assertThat(look("background-color")).isEqualTo("rgba(255, 241, 224, 1)");
        assertThat(look("max-width")).isEqualTo("420px");

        browser.run("element.theme = 'dark'");
        assertThat(look("background-color")).isEqualTo("rgba(16, 32, 48, 1)");

        browser.run("""
                element.style.setProperty('--passage-container-background-color', '#004000');
                element.style.setProperty('--passage-container-max-width', '380px');
                """);
        assertThat(look("background-color")).isEqualTo("rgba(0, 64, 0, 1)");
        assertThat(look("max-width")).isEqualTo("380px");
    }

    @Test
    void nothingMovesForThoseWhoWantItCalm() {
        assertThat(movesOfARegistration()).contains("section appear", "button background-color");

        browser.prefers(Map.of("prefers-reduced-motion", "reduce"));
        assertThat(movesOfARegistration()).isEmpty();
    }

    /** What was animated or moved over by transition, until a passkey is asked for; what says that something takes its time is left out. */
    private List<String> movesOfARegistration() {
        show("passage-register", """
                const tell = ({ target, pseudoElement, animationName, propertyName }) =>
                  pseudoElement || told.push(`${target.localName} ${animationName ?? propertyName}`);
                for (const type of ['animationstart', 'transitionrun']) element.shadowRoot.addEventListener(type, tell);
                """);
        browser.type(IDENTIFIER, Pages.newEmail());
        browser.click(CONTINUE);
        browser.see(CREATE_PASSKEY);
        browser.settle();
        return told();
    }

    /** Shows one element in a shadow tree of the page, prepared by a script that knows {@code element}, {@code wrapper} and {@code told}. */
    private void show(String name, String prepare) {
        browser.open("/passage/?lang=en");
        browser.run("""
                Object.assign(window, {
                  told: [],
                  wrapper: document.createElement('div'),
                  element: Object.assign(document.createElement(arguments[0]), { appId: arguments[1], lang: 'en' }),
                });
                wrapper.attachShadow({ mode: 'open' }).append(element);
                """ + prepare + """
                document.querySelector('#stage').replaceChildren(wrapper);
                """, name, product.appId());
    }

    private void register() {
        browser.isPresent(true);
        browser.type(IDENTIFIER, email);
        browser.click(CONTINUE);
        browser.click(CREATE_PASSKEY);
    }

    private List<String> told() {
        String told = browser.run("return told.join('\\n')").toString();
        return told.isEmpty() ? List.of() : Arrays.asList(told.split("\n"));
    }

    private void waitUntilTold(String what) {
        browser.waitForScript("to be told " + what, "return told.includes('" + what + "')");
    }

    private void waitUntilStopped(String after) {
        waitUntilTold(after);
        browser.see(CONTINUE + ":not([data-busy])");
        assertThat(hasMessage()).isFalse();
    }

    private boolean hasMessage() {
        return browser.isSeen("[data-testid=validation-error]") || browser.isSeen("[data-testid=failure-message]");
    }

    /** How often this page has asked for a new user; looking one up has a query. */
    private long usersCreated() {
        return browser.loaded().stream()
                .filter(address -> address.toString().endsWith("/users"))
                .count();
    }

    private boolean isBetweenInputAndButton(String id) {
        int top = browser.see("#" + id).getRect().getY();
        return browser.see(IDENTIFIER).getRect().getY() < top
                && top < browser.see(CONTINUE).getRect().getY();
    }

    private String look(String property) {
        return browser.see("#passage-auth-container").getCssValue(property);
    }
}
