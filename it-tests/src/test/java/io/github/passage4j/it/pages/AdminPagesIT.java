package io.github.passage4j.it.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.passage4j.it.support.Api;
import io.github.passage4j.it.support.Browser;
import io.github.passage4j.it.support.Browser.Screen;
import io.github.passage4j.it.support.RunScript;
import io.github.passage4j.it.support.Visitor;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.Keys;

/**
 * The administrators' pages in a real browser, on the product as {@code ./run} starts it: who is an administrator is a setting, and whoever is
 * to be one has to register before.
 */
class AdminPagesIT {

    private static final Path PICTURES = Path.of("target", "admin");
    private static final int MANY = 30;
    private static final String CONFIRM = "#confirm-change";

    private static RunScript product;
    private static Visitor grace;
    private static Visitor ada;

    private Browser browser;

    @BeforeAll
    static void start() throws InterruptedException {
        product = new RunScript();
        product.start(Map.of("PASSAGE_RATE_LIMITS", "off"));
        grace = register("Grace Hopper");
        product.stop();
        product.start(Map.of("PASSAGE_RATE_LIMITS", "off", "PASSAGE_ADMINS", grace.passageId()));
        for (int number = 1; number <= MANY; number++) {
            register("Many %02d".formatted(number));
        }
    }

    @AfterAll
    static void stop() {
        product.close();
    }

    @BeforeEach
    void signIn() {
        ada = register("Ada Lovelace");
        grace.beginLogin();
        grace.finishLogin();
        browser = new Browser(product.origin());
        browser.open("/assets/favicon.svg");
        browser.addCookie(new Cookie("psg_auth_token", grace.token()));
    }

    @AfterEach
    void closeBrowser() {
        try (Browser closed = browser) {
            assertThat(closed.complaints())
                    .filteredOn(complaint -> !complaint.contains("the server responded with a status of"))
                    .isEmpty();
        }
    }

    @Test
    void findsAUserByTheAddressThatOnlyPassageKnows() {
        browser.open("/admin/users");
        browser.type("#identifier", " " + ada.email().toUpperCase(Locale.ROOT));
        browser.click("#find");

        browser.waitForPath("/admin/user");
        assertThat(browser.see("#user-email").getText()).isEqualTo(ada.email());

        browser.open("/admin/users");
        browser.type("#identifier", "nobody@mail.example");
        browser.click("#find");

        assertThat(browser.see("#found").getText()).isEqualTo("Passage knows nobody with this address or number.");
        assertThat(names()).isNotEmpty();
    }

    @Test
    void listsTheLastUsersFirstAndTurnsPages() {
        browser.open("/admin/users");

        assertThat(names()).hasSize(25).startsWith("Ada Lovelace");

        String last = names().get(24);
        browser.click(".ui-paginator-next");
        browser.waitForScript("to see other rows", notFirst("Ada Lovelace"));

        assertThat(names()).isNotEmpty().doesNotContain(last);
        assertThat(browser.run("return location.search")).isEqualTo("?first=25");

        browser.click(".ui-paginator-first");
        browser.waitForScript("to see the first page", first("Ada Lovelace"));

        assertThat(names()).hasSize(25).endsWith(last);
    }

    @Test
    void sortsByKeyboardAndKeepsTheOrderOnTheNextPage() {
        browser.open("/admin/users");
        browser.see("#list\\:users\\:name");

        browser.run("document.getElementById('list:users:name').focus()");
        browser.keys(Keys.ENTER.toString());
        browser.waitForScript("to see them by name", first("Ada Lovelace"));
        browser.waitForScript("to hear of the order", sorted("ascending"));
        List<String> ascending = names();
        browser.click(".ui-paginator-next");
        browser.waitForScript("to see the next page", notFirst("Ada Lovelace"));
        List<String> next = names();

        assertThat(ascending).isSorted();
        assertThat(next).isSorted().first().satisfies(name -> assertThat(name)
                .isGreaterThanOrEqualTo(ascending.get(24)));

        browser.click("#list\\:users\\:name .ui-column-title");
        browser.waitForScript("to hear of the other order", sorted("descending"));

        assertThat(names()).first().isEqualTo("Many 30");
    }

    @Test
    void filtersByNameOnEveryPageAndTakesAnythingThatIsTyped() {
        browser.open("/admin/users");

        filter("name", "Many");
        browser.waitForScript("to see them filtered", notFirst("Ada Lovelace"));
        browser.click(".ui-paginator-next");
        browser.waitForScript("to see the rest", "return document.querySelectorAll('.users-link').length === 5");

        assertThat(names()).allMatch(name -> name.startsWith("Many"));
        assertThat(browser.see(".ui-paginator-current").getText()).isEqualTo("26\u201330 / 30");

        for (String hostile :
                List.of("' OR 1=1 --", "%", "\"><script>document.title='x'</script>", "\u202E", "#{1+1}")) {
            filter("name", hostile);
            browser.see(".ui-datatable-empty-message");
        }
        assertThat(browser.run("return document.title")).asString().startsWith("Users");
        assertThat(browser.run(
                        "return [...document.querySelectorAll('script:not([src])')].every((s) => s.nonce !== '')"))
                .isEqualTo(true);

        filter("name", "");
        browser.waitForScript("to see all", first("Ada Lovelace"));
    }

    @Test
    void findsOneByPassageIdAndComesBackToTheTableAsItWas() {
        browser.open("/admin/users?sort=name-asc");
        filter("passageId", ada.passageId());
        browser.waitForScript("to see one", "return document.querySelectorAll('.users-link').length === 1");

        browser.click(".users-link");
        assertThat(browser.see("#user-email").getText()).isEqualTo(ada.email());
        browser.run("history.back()");
        browser.waitForPath("/admin/users");

        assertThat(names()).containsExactly("Ada Lovelace");
        assertThat(browser.run("return location.search"))
                .asString()
                .contains("sort=name-asc")
                .contains(ada.passageId());
    }

    @Test
    void showsBothSidesAndAsksBeforeItDeactivates() {
        browser.open("/admin/users");
        browser.click("#to-users");
        openUser(ada);

        assertThat(browser.see("#user-name").getText()).isEqualTo("Ada Lovelace");
        assertThat(browser.see("#passage-id").getText()).isEqualTo(ada.passageId());
        assertThat(browser.see("#state").getText()).isEqualTo("Active");
        assertThat(browser.see("#events").getText()).contains("Registered with a passkey");
        browser.see("#no-changes");

        browser.click("#deactivate");
        browser.click("#cancel-change");
        assertThat(browser.see("#state").getText()).isEqualTo("Active");

        browser.click("#deactivate");
        browser.see(CONFIRM);
        browser.run("document.getElementById('confirm-change').focus()");
        browser.keys(Keys.ENTER.toString());

        browser.see("#change-done");
        assertThat(browser.see("#state").getText()).isEqualTo("Deactivated");
        assertThat(browser.see("#changes").getText())
                .contains("Deactivate")
                .contains("Grace Hopper")
                .contains("Done");
        assertThat(ada.refresh(ada.refreshToken()).statusCode()).isBetween(400, 499);

        browser.click("#activate");
        browser.click(CONFIRM);

        browser.see("#change-done");
        assertThat(browser.see("#state").getText()).isEqualTo("Active");
        assertThat(browser.run(
                        "return [...document.querySelectorAll('[data-change]')].map((row) => row.dataset.change)"))
                .isEqualTo(List.of("activate", "deactivate"));
        ada.beginLogin();
        ada.finishLogin();
    }

    @Test
    void revokesAPasskeyAndKeepsItsNameInTheRecord() {
        openUser(ada);
        String name = browser.see("#passkeys strong").getText();

        browser.click(".revoke");
        assertThat(browser.see("#confirm").getText()).contains(name);
        browser.click(CONFIRM);

        browser.see("#change-done");
        browser.see("#no-passkeys");
        assertThat(browser.see("#changes").getText())
                .contains("Revoke a passkey")
                .contains(name);
        assertThat(ada.hasPasskey()).isFalse();
    }

    @Test
    void endsAllSessionsSoThatTheyAreRenewedNoMore() {
        openUser(ada);

        browser.click("#end-sessions");
        browser.click(CONFIRM);

        browser.see("#change-done");
        assertThat(ada.refresh(ada.refreshToken()).statusCode()).isEqualTo(401);
        HttpResponse<String> page = Api.send(HttpRequest.newBuilder(URI.create(product.origin() + "/dashboard"))
                .header("Accept", "text/html")
                .header("Cookie", "psg_refresh_token=" + ada.refreshToken()));
        assertThat(page.statusCode()).isEqualTo(302);
    }

    @Test
    void changesOnceHoweverOftenTheFormIsSent() {
        String form = confirmation(grace, "deactivate", ada);

        List<HttpResponse<String>> answers = new ArrayList<>();
        for (int click = 0; click < 3; click++) {
            answers.add(send(grace, form));
        }

        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(303))
                .extracting(answer -> answer.headers().firstValue("Location").orElseThrow())
                .containsOnly(answers.get(0).headers().firstValue("Location").orElseThrow());
        openUser(ada);
        assertThat(browser.run("return document.querySelectorAll('[data-change]').length"))
                .isEqualTo(1L);
    }

    @Test
    void tellsTheSecondOfTwoAdministratorsThatItWasGone() {
        openUser(ada);
        browser.click(".revoke");
        browser.see(CONFIRM);
        String passkey = (String) browser.run("return document.querySelector('input[name=passkey]').value");
        send(grace, form(UUID.randomUUID().toString(), "revoke-passkey", ada) + "&passkey=" + passkey);

        browser.click(CONFIRM);

        browser.see("#change-gone");
        assertThat(browser.run("return document.querySelectorAll('[data-change=revoke-passkey]').length"))
                .isEqualTo(2L);
    }

    @Test
    void letsNobodyDeactivateThemselves() {
        openUser(grace);

        browser.see("#own");
        assertThat(browser.isSeen("#deactivate")).isFalse();
        assertThat(get(grace, "/admin/change?action=deactivate&id=" + grace.passageId())
                        .statusCode())
                .isEqualTo(403);
        assertThat(send(grace, form(UUID.randomUUID().toString(), "deactivate", grace))
                        .statusCode())
                .isEqualTo(403);
        browser.open("/admin/user?id=" + grace.passageId());
        assertThat(browser.see("#state").getText()).isEqualTo("Active");
    }

    @Test
    void showsTheRowOfAUserWhomPassageDoesNotKnow() {
        deleteAtPassage(ada);

        openUser(ada);

        browser.see("#passage-unknown");
        assertThat(browser.see("#user-name").getText()).isEqualTo("Ada Lovelace");
        assertThat(browser.isSeen("#access")).isFalse();
    }

    @Test
    void showsAUserWithoutRow() {
        Visitor bob = new Visitor(product.origin(), product.appId());
        bob.signUp();
        bob.beginPasskey();
        bob.finishPasskey();

        openUser(bob);

        browser.see("#no-row");
        assertThat(browser.see("#user-title").getText()).isEqualTo(bob.email());
        browser.see("#deactivate");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/admin/user",
                "/admin/user?id=",
                "/admin/user?id=..",
                "/admin/user?id=nobody",
                "/admin/user?id=a%20b%00",
                "/admin/change?action=deactivate&id=nobody",
                "/admin/change?action=explode&id=GRACE",
                "/admin/change?action=revoke-passkey&id=GRACE&passkey=none",
                "/admin/nothing"
            })
    void answers404ToWhatDoesNotExist(String path) {
        assertThat(get(grace, path.replace("GRACE", grace.passageId())).statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/admin",
                "/admin/users",
                "/admin/users.xhtml",
                "/admin/user?id=x",
                "/admin/change",
                "/admin/changes"
            })
    void areClosedToOthers(String path) {
        HttpResponse<String> user = get(ada, path);
        HttpResponse<String> stranger = Api.send(
                HttpRequest.newBuilder(URI.create(product.origin() + path)).header("Accept", "text/html"));

        assertThat(user.statusCode()).isEqualTo(403);
        assertThat(user.body()).contains("error-403").doesNotContain("to-users");
        assertThat(stranger.statusCode()).isEqualTo(302);
        assertThat(stranger.headers().firstValue("Location").orElseThrow()).startsWith("/login");
    }

    @Test
    void takesNoFormOfOthersAndNoneOfAnotherSite() {
        String form = form(UUID.randomUUID().toString(), "deactivate", ada);

        assertThat(send(ada, form).statusCode()).isEqualTo(403);
        assertThat(Api.send(request(grace, "/admin/changes")
                                .header("Sec-Fetch-Site", "cross-site")
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(form)))
                        .statusCode())
                .isEqualTo(403);
        assertThat(Api.send(request(grace, "/admin/users")
                                .header("Sec-Fetch-Site", "cross-site")
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString("jakarta.faces.ViewState=stateless&primefaces.nonce=x")))
                        .statusCode())
                .isEqualTo(403);
        openUser(ada);
        browser.see("#no-changes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "request=x&action=activate&id=x", "action=activate&id=x"})
    void refusesAFormThatIsNone(String form) {
        assertThat(send(grace, form).statusCode()).isEqualTo(400);
    }

    @Test
    void givesEachPageANonceThatNoRequestChooses() {
        HttpResponse<String> one = get(grace, "/admin/users?primefaces.nonce=abc");
        HttpResponse<String> other = get(grace, "/admin/users");

        assertThat(nonce(one)).isNotEqualTo(nonce(other));
        assertThat(one.body()).contains("nonce=\"" + nonce(one) + "\"").doesNotContain("nonce=\"abc");
        assertThat(get(grace, "/admin/user?id=" + grace.passageId())
                        .headers()
                        .firstValue("Content-Security-Policy")
                        .orElseThrow())
                .doesNotContain("nonce");
    }

    @Test
    void keepsTheChoiceOfATheme() {
        browser.looksThrough(Screen.DESK, "light");
        openUser(ada);
        String light = background();

        browser.click(".theme-choice[value=dark]");
        browser.waitForScript("to see it dark", "return document.documentElement.dataset.theme === 'dark'");
        String dark = background();
        browser.waitForScript(
                "to keep the choice",
                "return fetch(location.href).then((r) => r.text()).then((t) => t.includes('data-theme=\"dark\"'))");
        browser.open("/login");

        assertThat(dark).isNotEqualTo(light);
        assertThat(get(grace, "/login").body()).contains("data-theme=\"system\"");
        assertThat(browser.run("return document.documentElement.dataset.theme")).isEqualTo("dark");
        assertThat(background()).isEqualTo(dark);
        assertThat(browser.see("#element").getDomAttribute("theme")).isEqualTo("dark");

        browser.looksThrough(Screen.DESK, "dark");
        browser.click(".theme-choice[value=light]");
        browser.waitForScript("to see it light", "return document.documentElement.dataset.theme === 'light'");

        assertThat(background()).isEqualTo(light);
        assertThat(browser.see("#element").getDomAttribute("theme")).isEqualTo("light");
    }

    @Test
    void changesTheThemeWithoutLosingWhatWasTyped() {
        browser.open("/register");
        browser.type("#name", "Ada King");

        browser.click(".theme-choice[value=dark]");
        browser.waitForScript("to see it dark", "return document.documentElement.dataset.theme === 'dark'");

        assertThat(browser.see("#name").getDomProperty("value")).isEqualTo("Ada King");
        assertThat(browser.see(".theme-choice[value=dark]").getDomAttribute("aria-pressed"))
                .isEqualTo("true");
        assertThat(browser.see(".theme-choice[value=system]").getDomAttribute("aria-pressed"))
                .isEqualTo("false");
    }

    @Test
    void takesAThemeWithoutAScriptToo() {
        HttpResponse<String> answer = Api.send(request(grace, "/theme")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("theme=dark&return-to=%2Fadmin%2Fusers%3Fsort%3Dname-asc")));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains("/admin/users?sort=name-asc");
        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("theme=dark")
                .contains("HttpOnly")
                .contains("SameSite=Lax");
        HttpResponse<String> elsewhere = Api.send(request(grace, "/theme")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("theme=dark&return-to=%2F%2Fevil.example")));
        assertThat(elsewhere.headers().firstValue("Location")).contains("/");
    }

    @Test
    void areAccessibleLightAndDarkOnADeskAndAPhone() {
        look("users", "/admin/users?sort=name-asc");
        look("nobody", "/admin/users?name=nobody");
        send(grace, form(UUID.randomUUID().toString(), "deactivate", ada));
        look("user", "/admin/user?id=" + ada.passageId());
        look("confirm", "/admin/change?action=activate&id=" + ada.passageId());
    }

    private void look(String state, String path) {
        browser.open(path);
        for (Screen screen : Screen.values()) {
            for (String scheme : new String[] {"light", "dark"}) {
                browser.looksThrough(screen, scheme);
                browser.settle();
                keep(state + "-" + screen.name().toLowerCase(Locale.ROOT) + "-" + scheme);
                assertThat(browser.violations())
                        .as("%s, %s, %s", state, screen, scheme)
                        .isEmpty();
                assertThat(browser.run("return document.documentElement.scrollWidth <= innerWidth"))
                        .as("%s fits, %s", state, screen)
                        .isEqualTo(true);
            }
        }
    }

    private void keep(String name) {
        try {
            Files.createDirectories(PICTURES);
            Files.write(PICTURES.resolve(name + ".png"), browser.picture());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Visitor register(String name) {
        Visitor visitor = new Visitor(product.origin(), product.appId());
        visitor.signUp();
        visitor.beginPasskey();
        visitor.finishPasskey();
        assertThat(visitor.callBack(name).statusCode()).isEqualTo(201);
        return visitor;
    }

    private void openUser(Visitor visitor) {
        browser.open("/admin/user?id=" + visitor.passageId());
    }

    private void filter(String column, String text) {
        browser.type("#list\\:users\\:" + column + "\\:filter", text);
        browser.keys(Keys.ENTER.toString());
    }

    @SuppressWarnings("unchecked")
    private List<String> names() {
        browser.see("#list\\:users");
        return (List<String>) browser.run(
                "return [...document.querySelectorAll('.users-link')].map((link) => link.textContent.trim())");
    }

    private static String first(String name) {
        return "return document.querySelector('.users-link')?.textContent.trim() === '" + name + "'";
    }

    private static String notFirst(String name) {
        return "const first = document.querySelector('.users-link'); return first !== null && first.textContent.trim() !== '"
                + name + "'";
    }

    private static String sorted(String order) {
        return "return document.getElementById('list:users:name').getAttribute('aria-sort') === '" + order + "'";
    }

    private String background() {
        browser.settle();
        return (String) browser.run("return getComputedStyle(document.documentElement).backgroundColor");
    }

    private static HttpRequest.Builder request(Visitor visitor, String path) {
        return HttpRequest.newBuilder(URI.create(product.origin() + path))
                .header("Accept", "text/html")
                .header("Cookie", "psg_auth_token=" + visitor.token());
    }

    private static HttpResponse<String> get(Visitor visitor, String path) {
        return Api.send(request(visitor, path));
    }

    private static HttpResponse<String> send(Visitor visitor, String form) {
        return Api.send(request(visitor, "/admin/changes")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    private static String form(String request, String action, Visitor subject) {
        return Map.of("request", request, "action", action, "id", subject.passageId()).entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** The form of the question, as it is shown. */
    private static String confirmation(Visitor administrator, String action, Visitor subject) {
        String page = get(administrator, "/admin/change?action=" + action + "&id=" + subject.passageId())
                .body();
        Matcher id = Pattern.compile("name=\"request\" value=\"([^\"]+)\"").matcher(page);
        assertThat(id.find()).as(page).isTrue();
        return form(id.group(1), action, subject);
    }

    private static void deleteAtPassage(Visitor visitor) {
        HttpResponse<String> answer = Api.send(HttpRequest.newBuilder(URI.create(
                        product.origin() + "/passage/api/v1/apps/" + product.appId() + "/users/" + visitor.passageId()))
                .header("Authorization", "Bearer " + product.apiKey())
                .DELETE());
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    private static String nonce(HttpResponse<String> page) {
        Matcher nonce = Pattern.compile("'nonce-([^']+)'")
                .matcher(page.headers().firstValue("Content-Security-Policy").orElseThrow());
        assertThat(nonce.find()).isTrue();
        return nonce.group(1);
    }
}
