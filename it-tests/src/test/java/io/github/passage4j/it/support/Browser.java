package io.github.passage4j.it.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.ElementNotInteractableException;
import org.openqa.selenium.JavascriptException;
import org.openqa.selenium.Keys;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticator;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticatorOptions;

/**
 * Headless Chromium of the system with a virtual platform authenticator that says yes; the driver makes a fresh profile for it, and removes it.
 * Wherever it was, closing it asserts that the policy of the pages had nothing to forbid.
 */
public final class Browser implements AutoCloseable {

    /** Long enough for a machine that has other things to do. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Finds an element by selector through all open shadow roots: the first that is seen, else the first. */
    private static final String DEEP_QUERY = """
            const hits = (root) => [
              ...root.querySelectorAll(arguments[0]),
              ...[...root.querySelectorAll('*')].flatMap((host) => (host.shadowRoot ? hits(host.shadowRoot) : [])),
            ];
            const all = hits(document);
            return all.find((hit) => hit.checkVisibility()) ?? all[0] ?? null;
            """;

    private static final String AXE = axe();

    private final String origin;
    private final ChromeDriver driver;
    private final List<String> complaints = new ArrayList<>();
    private VirtualAuthenticator authenticator;

    /** A browser for the server that Arquillian started. */
    public Browser() {
        this(Product.origin());
    }

    /** A browser for the pages of this origin. */
    public Browser(String origin) {
        this.origin = origin;
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(Path.of("/usr/bin/chromedriver").toFile())
                .build();
        driver = new ChromeDriver(service, options());
        authenticator = driver.addVirtualAuthenticator(platformAuthenticator());
    }

    private static VirtualAuthenticatorOptions platformAuthenticator() {
        return new VirtualAuthenticatorOptions()
                .setProtocol(VirtualAuthenticatorOptions.Protocol.CTAP2)
                .setTransport(VirtualAuthenticatorOptions.Transport.INTERNAL)
                .setHasResidentKey(true)
                .setHasUserVerification(true)
                .setIsUserVerified(true);
    }

    /** From now on the person sits at a device without any passkey. */
    public void takesAnotherDevice() {
        driver.removeVirtualAuthenticator(authenticator);
        authenticator = driver.addVirtualAuthenticator(platformAuthenticator());
    }

    /** From now on the person has the passkeys of another browser here, too, as when they are synchronized. */
    public void hasThePasskeysOf(Browser other) {
        other.authenticator.getCredentials().forEach(authenticator::addCredential);
    }

    private static ChromeOptions options() {
        ChromeOptions options = new ChromeOptions();
        options.setBinary("/usr/bin/chromium");
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-dev-shm-usage",
                "--window-size=1280,900",
                "--lang=en");
        LoggingPreferences logging = new LoggingPreferences();
        logging.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logging);
        return options;
    }

    /** Opens a page of the product. */
    public void open(String path) {
        driver.get(origin + path);
    }

    /** Follows a link from a message. */
    public void openLink(String address) {
        driver.get(address);
    }

    /** The path that the browser is at. */
    public String path() {
        return URI.create(driver.getCurrentUrl()).getPath();
    }

    /** The text that a person sees on the page, outside of shadow roots. */
    public String text() {
        return driver.findElement(By.tagName("body")).getText();
    }

    /** Waits until the browser is at this path. */
    public void waitForPath(String path) {
        waitFor("to be at " + path, () -> path().equals(path));
    }

    /** Waits for the element to be seen, looking into shadow roots too. */
    public WebElement see(String selector) {
        waitFor("to see " + selector, () -> isSeen(selector));
        return find(selector);
    }

    /** Waits for the element to be gone or hidden. */
    public void seeNoMore(String selector) {
        waitFor("not to see " + selector, () -> !isSeen(selector));
    }

    public boolean isSeen(String selector) {
        try {
            return find(selector).isDisplayed();
        } catch (NoSuchElementException | StaleElementReferenceException e) {
            return false;
        }
    }

    private WebElement find(String selector) {
        Object found = driver.executeScript(DEEP_QUERY, selector);
        if (found instanceof WebElement element) {
            return element;
        }
        throw new NoSuchElementException(selector);
    }

    public void click(String selector) {
        see(selector);
        waitFor("to click " + selector, () -> isDone(() -> find(selector).click()));
    }

    public void type(String selector, String text) {
        see(selector);
        waitFor(
                "to type into " + selector,
                () -> isDone(() -> {
                    WebElement input = find(selector);
                    input.clear();
                    input.sendKeys(text);
                }));
    }

    /** Not done is what met an element that was drawn anew or covered just then. */
    private static boolean isDone(Runnable action) {
        try {
            action.run();
            return true;
        } catch (StaleElementReferenceException | ElementNotInteractableException e) {
            return false;
        }
    }

    public Object run(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    /** Waits until a script, which may promise its value, gives true. */
    public void waitForScript(String what, String script) {
        waitFor(what, () -> Boolean.TRUE.equals(run(script)));
    }

    /** The session cookie, or {@code null}. */
    public Cookie sessionCookie() {
        return cookie("psg_auth_token");
    }

    /** The cookie of this name, or {@code null}. */
    public Cookie cookie(String name) {
        return driver.manage().getCookieNamed(name);
    }

    /** Lets the browser lose a cookie, as it does when its time is over. */
    public void forgetCookie(String name) {
        driver.manage().deleteCookieNamed(name);
    }

    public void addCookie(Cookie cookie) {
        driver.manage().addCookie(cookie);
    }

    /** Whether the person at the authenticator agrees from now on. */
    public void agrees(boolean verified) {
        authenticator.setUserVerified(verified);
    }

    /**
     * Whether the person answers prompts at once. Who does, also answers the autofill prompt of a login page, and is signed in before anything
     * can be typed.
     */
    public void isPresent(boolean present) {
        driver.executeCdpCommand(
                "WebAuthn.setAutomaticPresenceSimulation",
                Map.of("authenticatorId", authenticator.getId(), "enabled", present));
    }

    /** From now on the browser is on a device without an authenticator. */
    public void removeAuthenticator() {
        driver.removeVirtualAuthenticator(authenticator);
    }

    /** The authenticator loses its passkeys, as another device would not have them. */
    public void forgetPasskeys() {
        authenticator.removeAllCredentials();
    }

    /** Types where the focus is. */
    public void keys(String text) {
        new Actions(driver).sendKeys(text).perform();
    }

    /** What has the focus, in shadow roots too: its test id, else its id. */
    public String focused() {
        return run("""
                let active = document.activeElement;
                while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
                return active?.dataset.testid || active?.id || '';
                """).toString();
    }

    /** Presses the tabulator until this test id or id has the focus. */
    public void tabTo(String id) {
        waitFor("to come to " + id, () -> {
            if (focused().equals(id)) {
                return true;
            }
            keys(Keys.TAB.toString());
            return focused().equals(id);
        });
    }

    /** How many passkeys the authenticator holds. */
    public int passkeys() {
        return authenticator.getCredentials().size();
    }

    /** What the page is looked at through. */
    public enum Screen {
        DESK(1280, 900),
        PHONE(390, 844);

        private final int width;
        private final int height;

        Screen(int width, int height) {
            this.width = width;
            this.height = height;
        }
    }

    /** Looks through another screen from now on, in the scheme ({@code light} or {@code dark}) that the system prefers. */
    public void looksThrough(Screen screen, String scheme) {
        looksThrough(screen.width, screen.height, scheme);
    }

    /** The same for any size, in CSS pixels. */
    public void looksThrough(int width, int height, String scheme) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        // A picture of the whole page has no room for them
        driver.executeCdpCommand("Emulation.setScrollbarsHidden", Map.of("hidden", true));
        prefers(Map.of("prefers-color-scheme", scheme));
    }

    /** What the person's system says to pages from now on, by the names of media features. */
    public void prefers(Map<String, String> features) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        features.entrySet().stream()
                                .map(feature -> Map.of("name", feature.getKey(), "value", feature.getValue()))
                                .toList()));
    }

    /** From now on everything is loaded anew. */
    public void cachesNothing() {
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand("Network.setCacheDisabled", Map.of("cacheDisabled", true));
    }

    /** The addresses of all that the page has loaded, itself first. */
    public List<?> loaded() {
        return (List<?>)
                run("return [location.href, ...performance.getEntriesByType('resource').map(({ name }) => name)]");
    }

    /** How many bytes went over the line for all of it, without headers. */
    public long weight() {
        return (Long) run("""
                const entries = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
                return entries.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0);
                """);
    }

    /** How much of what was seen moved by itself since the page was opened: the sum of its layout shifts, as browsers measure them. */
    public double moved() {
        Object sum = driver.executeAsyncScript("""
                const done = arguments[0];
                let sum = 0;
                new PerformanceObserver((list) => {
                  for (const { value, hadRecentInput } of list.getEntries()) sum += hadRecentInput ? 0 : value;
                }).observe({ type: 'layout-shift', buffered: true });
                setTimeout(() => done(sum), 200);
                """);
        return ((Number) sum).doubleValue();
    }

    /** Waits until fonts, elements and transitions, those in shadow roots too, have come to rest. */
    public void settle() {
        driver.executeAsyncScript("""
                const done = arguments[0];
                const elements = [...document.querySelectorAll(':not(:defined):not([hidden])')].map((e) => customElements.whenDefined(e.localName));
                const roots = (root) => [root, ...[...root.querySelectorAll('*')].flatMap((e) => (e.shadowRoot ? roots(e.shadowRoot) : []))];
                const moves = (a) => a.playState === 'running' && a.effect.getTiming().iterations !== Infinity;
                let calm = 0;
                let frames = 0;
                const step = () => {
                  calm = roots(document).some((root) => root.getAnimations().some(moves)) ? 0 : calm + 1;
                  frames += 1;
                  if (calm > 5 || frames > 300) done();
                  else requestAnimationFrame(step);
                };
                Promise.all([document.fonts.ready, ...elements]).then(step);
                """);
    }

    /** The whole page as PNG. */
    public byte[] picture() {
        Object picture = driver.executeCdpCommand(
                        "Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true))
                .get("data");
        return Base64.getDecoder().decode((String) picture);
    }

    /** What axe finds wrong with the page: rule and place, none when all is well. */
    public List<?> violations() {
        driver.executeScript(AXE);
        return (List<?>) driver.executeAsyncScript("""
                const done = arguments[0];
                axe.run().then(({ violations }) =>
                  done(violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.target.join(' ')}: ${n.failureSummary}`))));
                """);
    }

    private static String axe() {
        try (InputStream script = Browser.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Loads the page again. */
    public void reload() {
        driver.navigate().refresh();
    }

    /** Goes back in the history of the tab. */
    public void back() {
        driver.navigate().back();
    }

    /** Clicks twice, as fast as people do. */
    public void doubleClick(String selector) {
        new Actions(driver).doubleClick(see(selector)).perform();
    }

    /** Opens a page again and again until something is seen on it: what failed just now is left alone for a while by those that ask it. */
    public void openUntilSeen(String path, String selector) {
        waitFor("to see " + selector + " at " + path, () -> {
            open(path);
            settle();
            return isSeen(selector);
        });
    }

    /** Clicks again and again, for the same reason. */
    public void clickUntilSeen(String what, String selector) {
        waitFor("to see " + selector, () -> {
            if (isSeen(what)) {
                click(what);
                settle();
            }
            return isSeen(selector);
        });
    }

    /** From now on every request takes that much longer. */
    public void isSlow(Duration latency) {
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand(
                "Network.emulateNetworkConditions",
                Map.of(
                        "offline",
                        false,
                        "latency",
                        latency.toMillis(),
                        "downloadThroughput",
                        -1,
                        "uploadThroughput",
                        -1));
    }

    /** Makes requests to matching addresses fail, as if the network were gone; none any more when there are no patterns. */
    public void block(String... patterns) {
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand("Network.setBlockedURLs", Map.of("urls", List.of(patterns)));
    }

    /** What the browser complained about so far, content security policy included. */
    public List<String> complaints() {
        // The driver tells each of them once
        driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::getMessage)
                .forEach(complaints::add);
        return List.copyOf(complaints);
    }

    /** Waits until the condition holds. */
    public void waitFor(String what, Supplier<Boolean> condition) {
        new WebDriverWait(driver, PATIENCE)
                .ignoring(
                        StaleElementReferenceException.class,
                        JavascriptException.class) // the page goes while it is asked
                .withMessage(() -> "waited " + what + ", but was at " + driver.getCurrentUrl() + ":\n" + text() + "\n"
                        + seenTestIds())
                .until(ignored -> condition.get());
    }

    /** What is seen of the Elements, in shadow roots too. */
    private Object seenTestIds() {
        return run("""
                const all = (root) => [...root.querySelectorAll('*')].flatMap(
                  (element) => [element, ...(element.shadowRoot ? all(element.shadowRoot) : [])]);
                return all(document).filter((element) => element.dataset?.testid && element.checkVisibility())
                  .map((element) => element.dataset.testid + ': ' + element.textContent.trim().slice(0, 80));
                """);
    }

    /**
     * Ends the browser.
     *
     * @throws AssertionError when a content security policy forbade anything that the browser met since it was opened; from an {@code AfterEach} or
     *     a try with resources it stays behind the failure of the test itself
     */
    @Override
    public void close() {
        try {
            assertThat(complaints())
                    .filteredOn(complaint -> complaint.contains("Content Security Policy"))
                    .isEmpty();
        } finally {
            driver.quit();
        }
    }
}
