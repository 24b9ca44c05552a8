package io.github.passage4j.it.clients;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.passage4j.it.support.Api;
import io.github.passage4j.it.support.Browser;
import io.github.passage4j.it.support.Pages;
import io.github.passage4j.it.support.RunScript;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** The published clients as they are, in pages and a server of a former Passage app, pointed here by {@code compat.js}. */
class PublishedClientsIT {

    private static final String HOSTS = "../../../../passage-server/src/main/compat/hosts.mjs";
    private static final String IDENTIFIER = "[data-testid=identifier-input]";
    private static final String CONTINUE = "[data-testid=continue-button]";

    private static ClientSite site;
    private static RunScript product;

    private final String email = Pages.newEmail();
    private Browser browser;

    @BeforeAll
    static void start() {
        site = new ClientSite();
        product = new RunScript();
        product.start(Map.of("PASSAGE_ORIGIN", site.origin()));
        site.use(product.origin() + "/passage");
    }

    @AfterAll
    static void stop() {
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

    // Elements 2.0.9

    @Test
    void elementsRegisterAndSignInWithAPasskey() {
        registerWithPasskey();
        assertThat(browser.run("return window.result.redirectUrl")).isEqualTo("/dashboard");
        assertThat(browser.passkeys()).isOne();

        signOut();
        open("passage-auth");
        browser.type(IDENTIFIER, email);
        browser.click(CONTINUE);

        waitForSignIn();
    }

    @Test
    void elementsSignInByThePasskeyThatAutofillOffers() {
        registerWithPasskey();
        signOut();

        browser.open("/elements?element=passage-auth&app=" + product.appId());

        waitForSignIn();
    }

    @Test
    void elementsFallBackToACode() {
        browser.removeAuthenticator();
        browser.open("/elements?element=passage-auth&app=" + product.appId());
        browser.click("[data-testid=register-link]");
        browser.type(IDENTIFIER, email);
        browser.click(CONTINUE);

        browser.click("[data-testid=register-email-button]");
        browser.see("[data-testid=otp-single-input-0]");
        browser.run("document.querySelector('[data-testid=otp-single-input-0]').focus()");
        browser.keys(mail().getString("otp"));

        waitForSignIn();
    }

    @Test
    void elementsOpenALinkAndTheTabThatWaitsIsSignedInToo() {
        signUp();
        String id = (String) call("magicLink.login", email).get("id");
        String link = mail().getString("magic_link").replace("/sdk?", "/elements?");
        assertThat(call("magicLink.status", id)).containsEntry("failed", 404L);

        browser.removeAuthenticator();
        browser.open(link.substring(site.origin().length()));
        waitForSignIn();

        browser.open("/sdk?app=" + product.appId());
        assertThat(call("magicLink.status", id)).containsKey("authToken");
    }

    @Test
    void elementsShowTheProfileAndManagePasskeys() {
        registerWithPasskey();

        browser.open("/elements?element=passage-profile&app=" + product.appId());
        browser.waitForScript(
                "the address in the profile",
                "return JSON.stringify([...document.querySelector('passage-profile').shadowRoot.querySelectorAll('input')]"
                        + ".map(i => i.value)).includes('" + email + "')");

        browser.forgetPasskeys();
        openTable();
        browser.see("[data-testid=passkey-table-row-0-device-name]");
        browser.click("[data-testid=add-passkey-button]");
        browser.click("[data-testid=add-device-primary-button]");
        browser.see("[data-testid=passkey-table-row-1-device-name]");

        browser.click("[data-testid=edit-passkey-button-1]");
        browser.keys(Keys.chord(Keys.CONTROL, "a") + "Work laptop" + Keys.ENTER);
        browser.see("[data-testid=passkey-table-row-1-device-name][readonly]");
        openTable();
        browser.see("[data-testid=passkey-table-row-1-device-name]");
        assertThat(names()).contains("Work laptop");

        revokeFirstPasskey();
        browser.seeNoMore("[data-testid=passkey-table-row-1-device-name]");
        revokeFirstPasskey();
        browser.see("[data-testid=empty-table]");
    }

    private void openTable() {
        browser.open("/elements?element=passage-passkey-table&app=" + product.appId());
    }

    private String names() {
        return String.valueOf(browser.run("return [...document.querySelector('passage-passkey-table').shadowRoot"
                + ".querySelectorAll('[data-testid$=device-name]')].map(input => input.value)"));
    }

    private void revokeFirstPasskey() {
        browser.click("[data-testid=revoke-passkey-button-0]");
        browser.click("[data-testid=revoke-passkey-button-confirmation], [data-testid=primary-modal-button]");
    }

    @Test
    void elementsHaveTheirTextsAndAskNobodyElse() {
        open("passage-auth");

        assertThat(browser.see(CONTINUE).getText()).isEqualTo("Continue");
        assertThat(browser.run("return performance.getEntriesByType('resource').map(e => e.name)"))
                .asInstanceOf(InstanceOfAssertFactories.list(String.class))
                .isNotEmpty()
                .allMatch(address -> address.startsWith(product.origin()) || address.startsWith(site.origin()));
    }

    // passage-js 4.1.2

    @Test
    void sdkDoesEverythingThatItHas() {
        openSdk();
        assertThat(call("app.info")).containsEntry("id", product.appId());
        assertThat(browser.run("return call('app.userExists', '" + email + "')"))
                .isNull();
        signUp();
        assertThat(call("app.userExists", email)).containsEntry("status", "pending");

        assertThat(call("passkey.register", email)).containsKeys("authToken", "refreshToken", "redirectUrl");
        assertThat(browser.run("return call('session.authGuard')")).isEqualTo(true);
        assertThat(call("session.refresh")).containsKey("authToken");
        assertThat(call("currentUser.userInfo")).containsEntry("email", email);
        assertThat(list("currentUser.passkeys")).hasSize(1);
        browser.forgetPasskeys();
        assertThat(call("currentUser.addPasskey")).containsKey("credId");
        String device = (String) list("currentUser.passkeys").get(1).get("id");
        assertThat(call("currentUser.editPasskey", device, "Work laptop")).containsEntry("friendlyName", "Work laptop");
        assertThat(browser.run(
                        "return call('currentUser.passkeys').then(all => call('currentUser.deletePasskey', all[0]))"))
                .isEqualTo(true);
        assertThat(call("currentUser.updateMetadata", Map.of("nickname", "Lady")))
                .containsKey("userMetadata");
        assertThat(String.valueOf(call("currentUser.metadata"))).contains("Lady");
        assertThat(call("currentUser.changeEmail", "x" + email)).containsKey("id");
        assertThat(call("currentUser.changePhone", "+491701234567")).containsEntry("failed", 400L);
        assertThat(call("currentUser.listSocialConnections").values()).containsOnlyNulls();
        assertThat(call("currentUser.deleteSocialConnection", "google")).containsEntry("failed", 404L);
        browser.run("return call('session.signOut')");
        assertThat(browser.run("return call('session.authGuard')")).isEqualTo(false);

        assertThat(call("passkey.login", email)).containsKey("authToken");
        browser.run("return call('session.signOut')");
        assertThat(call("passkey.login")).containsKey("authToken");
        browser.run("return call('session.signOut')");

        String code = (String) call("oneTimePasscode.login", email).get("otpId");
        assertThat(call("oneTimePasscode.activate", "000000".equals(mail().getString("otp")) ? "1" : "000000", code))
                .containsEntry("failed", 400L);
        assertThat(call("oneTimePasscode.activate", mail().getString("otp"), code))
                .containsKey("authToken");
        call("magicLink.login", email);
        String token = mail().getString("magic_link").replaceAll(".*psg_magic_link=", "");
        assertThat(call("magicLink.activate", token)).containsKey("authToken");
        assertThat(call("magicLink.activate", token)).containsEntry("failed", 404L);
        assertThat(call("app.createUser", email))
                .containsEntry("failed", 400L)
                .containsEntry("message", "user: already exists.");
    }

    @Test
    void sdkRegistersByACode() {
        signUp();

        String code = (String) call("oneTimePasscode.register", email).get("otpId");
        assertThat(call("oneTimePasscode.activate", mail().getString("otp"), code))
                .containsKey("authToken");
        assertThat(browser.run("return call('session.getAuthToken')"))
                .asString()
                .startsWith("ey");
    }

    @Test
    void sdkRegistersByALink() {
        signUp();

        String id = (String) call("magicLink.register", email).get("id");
        String token = mail().getString("magic_link").replaceAll(".*psg_magic_link=", "");
        assertThat(call("magicLink.activate", token)).containsKey("authToken");
        assertThat(call("magicLink.status", id)).containsKey("authToken");
    }

    @Test
    void sdkKnowsWhatThisBrowserCanDo() {
        openSdk();
        assertThat(call("passkey.getCredentialAvailable").toString()).contains("true");
        assertThat(call("passkey.createCredentialAvailable").toString()).contains("true");
        assertThat(browser.run("return call('passkey.checkPasskeyOrigin')")).isEqualTo(true);
        signUp();

        call("passkey.register", email);

        assertThat(browser.run(
                        "return call('currentUser.userInfo').then(user => call('passkey.hasLocalPasskey', user.id))"))
                .isEqualTo(true);
    }

    @Test
    void sdkLearnsThatThereIsNoSocialLogin() {
        openSdk();
        assertThat(call("social.finish", "code")).containsEntry("failed", 706L);
        browser.run("sessionStorage.setItem('oauth2Verifier', '1'.repeat(64))");
        assertThat(call("social.finish", "code")).containsEntry("failed", 403L);

        browser.run("call('social.authorize', 'google')");

        browser.waitForPath("/passage/auth/v1/apps/" + product.appId() + "/social/authorize");
        assertThat(browser.text()).contains("invalid_request");
    }

    // passage-react 1.0.3, which brings Elements and passage-js

    @Test
    void reactComponentsSignInAndOutAndGuardPages() {
        browser.open("/react?app=" + product.appId());
        browser.click("[data-testid=register-link]");
        browser.type(IDENTIFIER, email);
        browser.click(CONTINUE);
        browser.click("[data-testid=register-main-button]");
        browser.see("[data-testid=email]");
        browser.waitForScript("the e-mail from Passage", "return document.body.innerText.includes('" + email + "')");

        browser.isPresent(false);
        browser.click("[data-testid=sign-out]");
        browser.see(CONTINUE);
        assertThat(browser.isSeen("[data-testid=email]")).isFalse();

        browser.isPresent(true);
        browser.click(CONTINUE);
        browser.see("[data-testid=email]");
    }

    // passage-node 2.12.1

    @Test
    void serverSdkDoesEverythingThatItHas() throws Exception {
        openSdk();
        signUp();
        String token = (String) call("passkey.register", email).get("authToken");
        String user = (String) call("currentUser.userInfo").get("id");
        String other = Pages.newEmail();

        JsonObject results = node(Map.of("AUTH_TOKEN", token, "EMAIL", other));

        assertThat(results.getString("auth.validateJwt")).isEqualTo(user);
        assertThat(failure(results, "auth.validateJwt of garbage")).isNotEmpty();
        assertThat(results.getJsonObject("user.create").getString("email")).isEqualTo(other);
        assertThat(failure(results, "user.create again")).isEqualTo("400 invalid_request");
        assertThat(results.getJsonObject("user.get").getString("email")).isEqualTo(other);
        assertThat(failure(results, "user.get of nobody")).isEqualTo("404 user_not_found");
        assertThat(results.getJsonObject("user.getByIdentifier").getString("email"))
                .isEqualTo(other);
        assertThat(failure(results, "user.getByIdentifier of nobody")).contains("User not found");
        assertThat(results.getJsonObject("user.update").toString()).contains("Lady");
        assertThat(results.getJsonObject("user.activate").getString("status")).isEqualTo("active");
        assertThat(results.getJsonObject("user.deactivate").getString("status")).isEqualTo("inactive");
        assertThat(results.getJsonArray("user.listDevices")).hasSize(1);
        assertThat(results.toString()).contains("\"user.revokeDevice\":");
        assertThat(failure(results, "user.revokeDevice again")).isEqualTo("404 device_not_found");
        assertThat(failure(results, "user.revokeRefreshTokens")).isEmpty();
        assertThat(results.getJsonObject("auth.createMagicLink").toString()).contains("psg_magic_link=");
        assertThat(results.getJsonObject("auth.createMagicLink for a user").toString())
                .contains("psg_verify_link=");
        assertThat(results.getJsonObject("getApp").toString()).contains(product.appId());
        assertThat(results.getString("authenticateRequest")).isEqualTo(user);
        assertThat(results.getString("validAuthToken")).isEqualTo(user);
        assertThat(results.getString("authenticateRequestWithHeader")).isEqualTo(user);
        assertThat(failure(results, "authenticateRequest without a token")).isNotEmpty();
        assertThat(results.getJsonObject("getUserByIdentifier").getString("email"))
                .isEqualTo(other);
        assertThat(results.getJsonObject("createMagicLink").getString("secret")).startsWith("ml.");
        assertThat(results.getJsonObject("auth.createMagicLink by phone").getString("identifier"))
                .isEqualTo("+4930901820");
        assertThat(results.getBoolean("signOut")).isTrue();
        assertThat(failure(results, "user.delete")).isEmpty();
        assertThat(failure(results, "user.delete again")).isEqualTo("404 user_not_found");
    }

    private static String failure(JsonObject results, String name) {
        return results.get(name) instanceof JsonObject result && result.containsKey("failed")
                ? result.get("failed").toString().replace("\"", "") + " " + result.getString("code", "")
                : "";
    }

    private JsonObject node(Map<String, String> environment) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("node", "--import", HOSTS, "server.mjs")
                .directory(Path.of("src", "test", "clients").toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment()
                .putAll(Map.of(
                        "PASSAGE_APP_ID",
                        product.appId(),
                        "PASSAGE_API_KEY",
                        product.apiKey(),
                        "PASSAGE_API_URL",
                        product.origin() + "/passage/api/v1",
                        "PASSAGE_AUTH_URL",
                        product.origin() + "/passage/auth/v1"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        try (JsonReader reader = Json.createReader(new StringReader(output))) {
            return reader.readObject();
        }
    }

    /** Opens an element as somebody who does not take the passkey that autofill offers. */
    private void open(String element) {
        browser.isPresent(false);
        browser.open("/elements?element=" + element + "&app=" + product.appId());
        browser.see(IDENTIFIER);
        browser.isPresent(true);
    }

    private void registerWithPasskey() {
        open("passage-auth");
        browser.click("[data-testid=register-link]");
        browser.type(IDENTIFIER, email);
        browser.click(CONTINUE);
        browser.click("[data-testid=register-main-button]");
        waitForSignIn();
    }

    private void waitForSignIn() {
        browser.waitForScript("to be signed in", "return document.title === 'signed in'");
        assertThat(browser.run("return window.result.authToken")).asString().startsWith("ey");
    }

    private void signOut() {
        browser.run("localStorage.clear(); document.cookie = 'psg_auth_token=; path=/; max-age=0'");
    }

    private void openSdk() {
        browser.open("/sdk?app=" + product.appId());
        browser.waitForScript("the SDK", "return window.ready === true");
    }

    private void signUp() {
        openSdk();
        assertThat(call("app.createUser", email)).containsEntry("email", email);
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> call(String function, Object... arguments) {
        Object result = browser.run("return call('" + function + "', ...arguments[0])", List.of(arguments));
        return result == null ? Map.of() : (Map<String, Object>) result;
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> list(String function) {
        return (List<Map<String, Object>>) browser.run("return call('" + function + "')");
    }

    /** The newest message to this test's address. */
    private JsonObject mail() {
        String outbox = Api.send(HttpRequest.newBuilder(URI.create(product.origin() + "/passage/outbox.json")))
                .body();
        try (JsonReader reader = Json.createReader(new StringReader(outbox))) {
            JsonArray mails = reader.readArray();
            return mails.getValuesAs(JsonObject.class).stream()
                    .filter(mail -> mail.getString("to").equals(email))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
