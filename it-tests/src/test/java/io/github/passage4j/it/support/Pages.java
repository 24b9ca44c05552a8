package io.github.passage4j.it.support;

/** What a person does on the pages, in their words. */
public final class Pages {

    private static final String IDENTIFIER = "[data-testid=identifier-input]";
    private static final String CONTINUE = "[data-testid=continue-button]";

    private final Browser browser;

    public Pages(Browser browser) {
        this.browser = browser;
    }

    /** An address that no other test has. */
    public static String newEmail() {
        return "ada." + TestIssuer.newPassageId() + "@mail.example";
    }

    /** From the empty register page to the dashboard. */
    public void register(String name, String email) {
        beginRegistration(name, email);
        browser.click("[data-testid=register-main-button]");
    }

    /** From the empty register page to the offer of a passkey. */
    public void beginRegistration(String name, String email) {
        browser.open("/register");
        fillIn(name, email);
        browser.click(CONTINUE);
    }

    /** Fills in the register page that is open. */
    public void fillIn(String name, String email) {
        browser.type("#name", name);
        browser.type(IDENTIFIER, email);
    }

    /** Opens the login page as somebody who does not take the passkey that autofill offers. */
    public void openLogin() {
        browser.isPresent(false);
        browser.open("/login");
        browser.see(IDENTIFIER);
        browser.waitForScript("the prompt of autofill to begin", """
                return performance.getEntriesByType('resource').some(({ name }) => name.endsWith('/login/webauthn/start'));
                """);
        browser.isPresent(true);
    }

    /** Leaves, and stays at the login page. */
    public void logout() {
        browser.isPresent(false);
        browser.open("/logout");
        browser.waitForPath("/login");
        browser.isPresent(true);
    }

    /** From the login page on, typing the e-mail. */
    public void login(String email) {
        openLogin();
        browser.type(IDENTIFIER, email);
        browser.click(CONTINUE);
    }
}
