package io.github.passage4j.faces.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.passage4j.core.config.PassageConfig;
import io.github.passage4j.faces.TestConfig;
import io.github.passage4j.faces.TestRequest;
import io.github.passage4j.faces.TestResponse;
import jakarta.servlet.http.Cookie;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThemeServletTest {

    private final TestResponse response = new TestResponse();

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void keepsTheChoiceForAYear(Theme theme) throws IOException {
        choose(TestConfig.hosted(), theme.getKey(), "/login");

        Cookie cookie = response.cookies().get(0);
        assertThat(theme(TestRequest.get("/").cookie(cookie.getName(), cookie.getValue()))
                        .getChoice())
                .isEqualTo(theme);
        assertThat(cookie.getMaxAge()).isEqualTo(365 * 24 * 60 * 60);
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSecure()).isTrue();
        assertThat(cookie.getAttribute("SameSite")).isEqualTo("Lax");
    }

    @Test
    void forgetsTheChoiceWhoFollowsTheSystem() throws IOException {
        choose(TestConfig.local(), "system", "/login");

        assertThat(response.cookies()).singleElement().satisfies(cookie -> {
            assertThat(cookie.getMaxAge()).isZero();
            assertThat(cookie.getSecure()).isFalse();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "/login, /login",
        "/admin/users?sort=name-asc, /admin/users?sort=name-asc",
        "/, /",
        "//evil.example, /",
        "https://evil.example/, /",
        "/\\evil.example, /",
        "'', /"
    })
    void leadsBackToAPageOfOursOnly(String wanted, String location) throws IOException {
        choose(TestConfig.hosted(), "dark", wanted);

        assertThat(response.status()).isEqualTo(303);
        assertThat(response.header("Location")).isEqualTo(location);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "DARK", "blue", "dark; Path=/"})
    void refusesWhatIsNoTheme(String theme) throws IOException {
        choose(TestConfig.hosted(), theme, "/login");

        assertThat(response.status()).isEqualTo(400);
        assertThat(response.cookies()).isEmpty();
    }

    @Test
    void followsTheSystemWithoutAChoiceOrWithAForgedOne() {
        assertThat(theme(TestRequest.get("/")).getChoice()).isEqualTo(Theme.SYSTEM);
        assertThat(theme(TestRequest.get("/").cookie("theme", "\"><script>")).getChoice())
                .isEqualTo(Theme.SYSTEM);
    }

    @Test
    void comesBackToThePageWithItsQueryOrToThatOfTheForm() {
        assertThat(theme(TestRequest.get("/login").query("return-to=%2Fprofile"))
                        .getBack())
                .isEqualTo("/login?return-to=%2Fprofile");
        assertThat(theme(TestRequest.of("POST", "/profile/name")).getBack()).isEqualTo("/profile");
        assertThat(theme(TestRequest.get("/error").attribute("jakarta.servlet.error.request_uri", "/nothing"))
                        .getBack())
                .isEqualTo("/nothing");
    }

    private void choose(PassageConfig config, String theme, String wanted) throws IOException {
        TestRequest request =
                TestRequest.of("POST", "/theme").parameter("theme", theme).parameter("return-to", wanted);
        new ThemeServlet(new ThemeBean(request.build(), config)).doPost(request.build(), response.build());
    }

    private static ThemeBean theme(TestRequest request) {
        return new ThemeBean(request.build(), TestConfig.hosted());
    }
}
