package io.github.passage4j.core.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.passage4j.core.MovableClock;
import io.github.passage4j.core.TestConfig;
import io.github.passage4j.core.config.PassageConfig;
import io.github.passage4j.core.token.TestTokens;
import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SessionCookieTest {

    private final FakeHttp http = new FakeHttp();

    @Test
    void livesAsLongAsTheTokenAndIsOutOfReachForScriptsAndOtherSites() {
        cookies(TestConfig.standard()).set(http.response(), "a.b.c", TestTokens.NOW.plusSeconds(600));

        Cookie cookie = http.setCookies().get(0);
        assertThat(cookie.getName()).isEqualTo("psg_auth_token");
        assertThat(cookie.getValue()).isEqualTo("a.b.c");
        assertThat(cookie.getMaxAge()).isEqualTo(600);
        assertThat(cookie.getPath()).isEqualTo("/");
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSecure()).isTrue();
        assertThat(cookie.getAttribute("SameSite")).isEqualTo("Lax");
        assertThat(cookie.getDomain()).isNull();
    }

    @Test
    void isNotSecureOnPlainLocalhostOnly() {
        cookies(at("http://localhost:8080")).set(http.response(), "a.b.c", TestTokens.NOW.plusSeconds(1));
        cookies(at("http://192.0.2.1")).set(http.response(), "a.b.c", TestTokens.NOW.plusSeconds(1));

        assertThat(http.setCookies()).extracting(Cookie::getSecure).containsExactly(false, true);
    }

    @Test
    void isClearedWithTheSameAttributes() {
        cookies(TestConfig.standard()).clear(http.response());

        Cookie cookie = http.setCookies().get(0);
        assertThat(cookie.getMaxAge()).isZero();
        assertThat(cookie.getValue()).isEmpty();
        assertThat(cookie.getPath()).isEqualTo("/");
        assertThat(cookie.getSecure()).isTrue();
    }

    @Test
    void isClearedWhenTheTokenHasExpired() {
        cookies(TestConfig.standard()).set(http.response(), "a.b.c", TestTokens.NOW.minusSeconds(30));

        assertThat(http.setCookies().get(0).getMaxAge()).isZero();
    }

    @Test
    void survivesATokenThatLivesVeryLong() {
        cookies(TestConfig.standard()).set(http.response(), "a.b.c", TestTokens.NOW.plus(Duration.ofDays(365_000)));

        assertThat(http.setCookies().get(0).getMaxAge()).isEqualTo(Integer.MAX_VALUE);
    }

    private static SessionCookie cookies(PassageConfig config) {
        return new SessionCookie(config, new MovableClock(TestTokens.NOW));
    }

    private static PassageConfig at(String origin) {
        URI passage = URI.create("https://passage.example");
        return new PassageConfig("app", null, URI.create(origin), passage, passage, Duration.ZERO, Set.of());
    }
}
