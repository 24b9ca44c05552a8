package io.github.passage4j.core.authentication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.passage4j.core.MovableClock;
import io.github.passage4j.core.TestConfig;
import io.github.passage4j.core.limits.TrustedProxies;
import io.github.passage4j.core.token.CountingKeys;
import io.github.passage4j.core.token.TestKeys;
import io.github.passage4j.core.token.TestTokens;
import io.github.passage4j.core.token.TokenVerifier;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class SessionRenewalTest {

    private final MovableClock clock = new MovableClock(TestTokens.NOW);
    private final FakeSessions passage = new FakeSessions();
    private final RefreshCookie refreshCookie = new RefreshCookie(TestConfig.standard());
    private final BrowserSession session =
            new BrowserSession(new SessionCookie(TestConfig.standard(), clock), refreshCookie, passage);
    private final SessionRenewal renewal = new SessionRenewal(
            session,
            refreshCookie,
            passage,
            new TokenVerifier(new CountingKeys(TestKeys.FIRST), TestConfig.standard(), clock),
            new RenewalLimit("on", new TrustedProxies(Optional.of("10.0.0.1")), clock),
            clock,
            true);

    @Test
    void asksPassageOnceForAllTabsThatComeTogether() throws Exception {
        passage.renews("r1", TestTokens.of(TestTokens.ADA), "r2");
        ExecutorService tabs = Executors.newFixedThreadPool(8);

        List<Future<String>> refreshTokens = tabs.invokeAll(Collections.nCopies(16, this::renewedRefreshToken));
        tabs.shutdown();

        for (Future<String> refreshToken : refreshTokens) {
            assertThat(refreshToken.get()).isEqualTo("r2");
        }
        assertThat(passage.refreshed()).containsExactly("r1");
    }

    private String renewedRefreshToken() {
        FakeHttp http = visitor("r1");
        renewal.renew(http.request(), http.response(), Optional.empty());
        return http.setCookies().stream()
                .filter(cookie -> cookie.getName().equals(RefreshCookie.SECURE_NAME))
                .map(Cookie::getValue)
                .findFirst()
                .orElse("none");
    }

    @Test
    void asksAgainForACookieThatComesBackLater() {
        passage.renews("r1", TestTokens.of(TestTokens.ADA), "r2");
        FakeHttp first = visitor("r1");
        renewal.renew(first.request(), first.response(), Optional.empty());

        clock.advance(Duration.ofSeconds(11));
        FakeHttp second = visitor("r1");
        renewal.renew(second.request(), second.response(), Optional.empty());

        assertThat(passage.refreshed()).containsExactly("r1", "r1");
    }

    @Test
    void asksOnceForACookieThatIsRefusedHoweverOftenItIsRepeated() {
        FakeHttp again = visitor("junk");
        renewal.renew(visitor("junk").request(), new FakeHttp().response(), Optional.empty());

        assertThat(renewal.renew(again.request(), again.response(), Optional.empty()))
                .isEmpty();
        assertThat(passage.refreshed()).containsExactly("junk");
        assertThat(again.setCookies()).extracting(Cookie::getMaxAge).containsExactly(0, 0);
    }

    @Test
    void stopsAskingForAnAddressThatBringsJunk() {
        passage.renews("r1", TestTokens.of(TestTokens.ADA), "r2");
        bringJunk("192.0.2.1");
        FakeHttp next = visitor("r1");

        assertThatExceptionOfType(RenewalLimitException.class)
                .isThrownBy(() -> renewal.renew(next.request(), next.response(), Optional.empty()))
                .satisfies(limit -> assertThat(limit.retryAfter()).isEqualTo(Duration.ofSeconds(2)));
        assertThat(next.setCookies()).isEmpty();
        assertThat(passage.refreshed()).hasSize(RenewalLimit.REFUSALS.burst()).doesNotContain("r1");

        FakeHttp elsewhere = visitor("r1").from("192.0.2.2");
        assertThat(renewal.renew(elsewhere.request(), elsewhere.response(), Optional.empty()))
                .isPresent();
        clock.advance(Duration.ofSeconds(11));
        assertThat(renewal.renew(next.request(), next.response(), Optional.empty()))
                .isPresent();
    }

    @Test
    void goesOnAskingForTheOthersBehindTheSameProxy() {
        passage.renews("r1", TestTokens.of(TestTokens.ADA), "r2");
        bringJunk("10.0.0.1", "203.0.113.9");
        FakeHttp neighbour = visitor("r1").from("10.0.0.1").forwarded("203.0.113.10");

        assertThat(renewal.renew(neighbour.request(), neighbour.response(), Optional.empty()))
                .isPresent();
    }

    private void bringJunk(String peer, String... forwarded) {
        for (int i = 0; i < RenewalLimit.REFUSALS.burst(); i++) {
            FakeHttp http = visitor("junk" + i).from(peer).forwarded(forwarded);
            renewal.renew(http.request(), new FakeHttp().response(), Optional.empty());
        }
    }

    @Test
    void countsNoTokenThatIsGood() {
        for (int i = 0; i <= RenewalLimit.REFUSALS.burst(); i++) {
            passage.renews("r" + i, TestTokens.of(TestTokens.ADA), "next");
            FakeHttp http = visitor("r" + i);
            assertThat(renewal.renew(http.request(), http.response(), Optional.empty()))
                    .isPresent();
        }
    }

    @Test
    void asksNothingWithTwoDifferentRefreshCookies() {
        FakeHttp http = visitor("r1").cookie(RefreshCookie.SECURE_NAME, "r9");

        assertThat(renewal.renew(http.request(), http.response(), Optional.empty()))
                .isEmpty();
        assertThat(passage.refreshed()).isEmpty();
    }

    @Test
    void endsTheSignInAtPassageToo() {
        FakeHttp http = visitor("r1");

        session.end(http.request(), http.response());

        assertThat(passage.ended()).containsExactly("r1");
        assertThat(http.setCookies()).extracting(Cookie::getMaxAge).containsExactly(0, 0);
    }

    @Test
    void endsInTheBrowserEvenWhilePassageIsDown() {
        passage.isDown();
        FakeHttp http = visitor("r1");

        session.end(http.request(), http.response());

        assertThat(http.setCookies()).extracting(Cookie::getMaxAge).containsExactly(0, 0);
    }

    @Test
    void namesTheRefreshCookieForThisHostAloneOnHttps() {
        FakeHttp http = new FakeHttp();

        session.start(
                http.response(),
                TestTokens.of(TestTokens.ADA),
                TestTokens.NOW.plusSeconds(600),
                "r1",
                Duration.ofDays(30));

        assertThat(http.setCookies())
                .filteredOn(cookie -> cookie.getName().equals("__Host-psg_refresh_token"))
                .singleElement()
                .satisfies(cookie -> {
                    assertThat(cookie.getPath()).isEqualTo("/");
                    assertThat(cookie.getSecure()).isTrue();
                    assertThat(cookie.isHttpOnly()).isTrue();
                    assertThat(cookie.getAttribute("SameSite")).isEqualTo("Lax");
                    assertThat(cookie.getMaxAge()).isEqualTo(30 * 24 * 3600);
                });
    }

    private static FakeHttp visitor(String refreshToken) {
        return new FakeHttp().cookie(RefreshCookie.SECURE_NAME, refreshToken);
    }
}
