package io.github.passage4j.core.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OfferedTokenTest {

    private static final String UNUSABLE = "";

    private final FakeHttp http = new FakeHttp();

    @Test
    void isAbsentWithoutHeaderAndCookie() {
        assertThat(offered()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer a.b.c", "bearer a.b.c", "BEARER   a.b.c", "Bearer a.b.c  "})
    void isTakenFromTheHeader(String header) {
        http.authorization(header);

        assertThat(offered()).contains("a.b.c");
    }

    @Test
    void isTakenFromTheCookie() {
        http.cookie("other", "x").cookie("psg_auth_token", "a.b.c");

        assertThat(offered()).contains("a.b.c");
    }

    @Test
    void isTakenFromTheHeaderWhenThereIsACookieToo() {
        http.bearer("header").cookie("psg_auth_token", "cookie");

        assertThat(offered()).contains("header");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "Bearer", "Bearer ", "Basic YTpi", "a.b.c", "Bearer a b", "Bearer,a", "Bearer\u00A0a"})
    void isUnusableWhenTheHeaderIsBadWhateverTheCookieSays(String header) {
        http.authorization(header).cookie("psg_auth_token", "cookie");

        assertThat(offered()).contains(UNUSABLE);
    }

    @Test
    void isUnusableWhenThereAreSeveralHeaders() {
        http.authorization("Bearer a", "Bearer a").cookie("psg_auth_token", "cookie");

        assertThat(offered()).contains(UNUSABLE);
    }

    @Test
    void isUnusableWhenCookiesDiffer() {
        http.cookie("psg_auth_token", "one").cookie("psg_auth_token", "two");

        assertThat(offered()).contains(UNUSABLE);
    }

    @Test
    void isTakenFromCookiesThatAgree() {
        http.cookie("psg_auth_token", "one").cookie("psg_auth_token", "one");

        assertThat(offered()).contains("one");
    }

    @Test
    void isAbsentWhenTheCookieIsEmpty() {
        http.cookie("psg_auth_token", "");

        assertThat(offered()).isEmpty();
    }

    @Test
    void isNotTakenFromACookieOfAnotherCase() {
        http.cookie("PSG_AUTH_TOKEN", "one");

        assertThat(offered()).isEmpty();
    }

    @Test
    void isNotPrinted() {
        assertThat(new TokenCredential("a.b.c").toString()).doesNotContain("a.b.c");
    }

    private Optional<String> offered() {
        return OfferedToken.in(http.request()).map(TokenCredential::token);
    }
}
