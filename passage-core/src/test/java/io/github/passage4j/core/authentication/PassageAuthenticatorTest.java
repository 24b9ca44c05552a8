package io.github.passage4j.core.authentication;

import static io.github.passage4j.core.authentication.TokenSource.COOKIE;
import static io.github.passage4j.core.authentication.TokenSource.HEADER;
import static io.github.passage4j.core.authentication.TokenSource.HEADER_THEN_COOKIE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.passage4j.core.MovableClock;
import io.github.passage4j.core.TestConfig;
import io.github.passage4j.core.token.CountingKeys;
import io.github.passage4j.core.token.InvalidTokenException;
import io.github.passage4j.core.token.KeysUnavailableException;
import io.github.passage4j.core.token.OfflineKeys;
import io.github.passage4j.core.token.SigningKeys;
import io.github.passage4j.core.token.TestKeys;
import io.github.passage4j.core.token.TestTokens;
import io.github.passage4j.core.token.TokenVerifier;
import io.github.passage4j.core.token.VerifiedToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PassageAuthenticatorTest {

    private static final String ADA = TestTokens.of("ada");
    private static final String BOB = TestTokens.of("bob");

    private final PassageAuthenticator authenticator = authenticator(new CountingKeys(TestKeys.FIRST));
    private final FakeHttp http = new FakeHttp();

    @ParameterizedTest
    @EnumSource
    void findsNothingInARequestWithoutToken(TokenSource source) {
        assertThat(authenticator.authenticate(http.request(), source)).isEmpty();
    }

    @Test
    void takesTheCookieOnlyWhenToldSo() {
        http.bearer("garbage").cookie(SessionCookie.NAME, ADA);

        assertThat(authenticator.authenticate(http.request(), COOKIE))
                .map(VerifiedToken::subject)
                .contains("ada");
    }

    @Test
    void takesTheHeaderOnlyWhenToldSo() {
        http.bearer(ADA).cookie(SessionCookie.NAME, BOB);

        assertThat(authenticator.authenticate(http.request(), HEADER))
                .map(VerifiedToken::subject)
                .contains("ada");
    }

    @Test
    void doesNotLookIntoTheCookieWhenTheHeaderIsAskedFor() {
        http.cookie(SessionCookie.NAME, ADA);

        assertThat(authenticator.authenticate(http.request(), HEADER)).isEmpty();
    }

    @Test
    void takesTheCookieWhenThereIsNoHeader() {
        http.cookie(SessionCookie.NAME, ADA);

        assertThat(authenticator.authenticate(http.request()))
                .map(VerifiedToken::subject)
                .contains("ada");
    }

    @Test
    void takesTheHeaderWhenThereAreBothOfOneUser() {
        http.bearer(ADA).cookie(SessionCookie.NAME, TestTokens.of("ada", TestTokens.NOW.plusSeconds(60)));

        assertThat(authenticator.authenticate(http.request()))
                .map(VerifiedToken::expiry)
                .contains(TestTokens.NOW.plusSeconds(600));
    }

    @Test
    void takesTheHeaderWhenTheCookieIsBad() {
        http.bearer(ADA).cookie(SessionCookie.NAME, "garbage");

        assertThat(authenticator.authenticate(http.request()))
                .map(VerifiedToken::subject)
                .contains("ada");
    }

    @Test
    void refusesHeaderAndCookieOfDifferentUsers() {
        http.bearer(ADA).cookie(SessionCookie.NAME, BOB);

        assertThatExceptionOfType(InvalidTokenException.class)
                .isThrownBy(() -> authenticator.authenticate(http.request(), HEADER_THEN_COOKIE))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(InvalidTokenException.Reason.CONTRADICTED));
    }

    @Test
    void neverRescuesABadHeaderByTheCookie() {
        http.bearer("garbage").cookie(SessionCookie.NAME, ADA);

        assertThatExceptionOfType(InvalidTokenException.class)
                .isThrownBy(() -> authenticator.authenticate(http.request()))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(InvalidTokenException.Reason.MALFORMED));
    }

    @Test
    void saysWhenATokenCannotBeJudged() {
        http.bearer(ADA);

        assertThatExceptionOfType(KeysUnavailableException.class)
                .isThrownBy(() -> authenticator(OfflineKeys.keys()).authenticate(http.request()));
    }

    @Test
    void validatesAMereToken() {
        assertThat(authenticator.validate(ADA).subject()).isEqualTo("ada");
        assertThatExceptionOfType(InvalidTokenException.class).isThrownBy(() -> authenticator.validate("garbage"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> authenticator.validate(""))
                .withMessage("token is required");
    }

    private static PassageAuthenticator authenticator(SigningKeys keys) {
        return new PassageAuthenticator(
                new TokenVerifier(keys, TestConfig.standard(), new MovableClock(TestTokens.NOW)));
    }
}
