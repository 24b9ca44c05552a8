package io.github.passage4j.core.authentication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.passage4j.core.MovableClock;
import io.github.passage4j.core.TestConfig;
import io.github.passage4j.core.limits.TrustedProxies;
import io.github.passage4j.core.token.CountingKeys;
import io.github.passage4j.core.token.OfflineKeys;
import io.github.passage4j.core.token.SigningKeys;
import io.github.passage4j.core.token.TestKeys;
import io.github.passage4j.core.token.TestTokens;
import io.github.passage4j.core.token.TokenVerifier;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.http.Cookie;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PassageAuthenticationMechanismTest {

    private final MovableClock clock = new MovableClock(TestTokens.NOW);
    private final FakeHttp http = new FakeHttp();
    private final FakeSessions passage = new FakeSessions();
    private final RenewalLimit renewalLimit =
            new RenewalLimit("on", new TrustedProxies(Optional.of("10.0.0.1")), clock);
    private boolean renews;
    private @Nullable CredentialValidationResult login;

    @Nested
    class ValidToken {

        @Test
        void logsTheCallerIn() throws AuthenticationException {
            http.bearer(TestTokens.of(TestTokens.ADA));

            assertThat(validate(false)).isEqualTo(AuthenticationStatus.SUCCESS);
            assertThat(caller().passageId()).isEqualTo(TestTokens.ADA);
            assertThat(caller().getName()).isEqualTo(TestTokens.ADA);
            assertThat(caller().expiry()).isEqualTo(TestTokens.NOW.plusSeconds(600));
            assertThat(groups()).containsExactly("user");
        }

        @Test
        void worksFromTheCookieToo() throws AuthenticationException {
            http.cookie(SessionCookie.NAME, TestTokens.of(TestTokens.ADA));

            assertThat(validate(true)).isEqualTo(AuthenticationStatus.SUCCESS);
        }

        @Test
        void givesAnAdministratorBothRoles() throws AuthenticationException {
            http.bearer(TestTokens.of(TestConfig.ADMIN));

            validate(false);

            assertThat(groups()).containsExactlyInAnyOrder("user", "admin");
        }
    }

    @Nested
    class NoToken {

        @Test
        void leavesAnOpenResourceAlone() throws AuthenticationException {
            assertThat(validate(false)).isEqualTo(AuthenticationStatus.NOT_DONE);
            assertThat(http.status()).isEqualTo(200);
        }

        @Test
        void isChallengedAtAProtectedResource() throws AuthenticationException {
            assertThat(validate(true)).isEqualTo(AuthenticationStatus.SEND_CONTINUE);
            assertThat(http.status()).isEqualTo(401);
            assertThat(http.header("WWW-Authenticate")).doesNotContain("error");
        }
    }

    @Nested
    class BadToken {

        @Test
        void leavesAnOpenResourceAloneAndAnonymous() throws AuthenticationException {
            http.bearer("garbage");

            assertThat(validate(false)).isEqualTo(AuthenticationStatus.NOT_DONE);
            assertThat(login).isNull();
            assertThat(http.status()).isEqualTo(200);
        }

        @Test
        void isRefusedAtAProtectedResource() throws AuthenticationException {
            http.bearer("garbage");

            assertThat(validate(true)).isEqualTo(AuthenticationStatus.SEND_CONTINUE);
            assertThat(http.status()).isEqualTo(401);
            assertThat(http.header("WWW-Authenticate")).contains("invalid_token");
        }

        @Test
        void inTheHeaderIsNotRescuedByTheCookie() throws AuthenticationException {
            http.bearer("garbage").cookie(SessionCookie.NAME, TestTokens.of(TestTokens.ADA));

            validate(true);

            assertThat(http.status()).isEqualTo(401);
            assertThat(login).isNull();
        }

        @Test
        void inTheCookieDoesNoHarmToTheHeader() throws AuthenticationException {
            http.bearer(TestTokens.of(TestTokens.ADA)).cookie(SessionCookie.NAME, "garbage");

            assertThat(validate(true)).isEqualTo(AuthenticationStatus.SUCCESS);
        }
    }

    @Nested
    class TwoTokens {

        @Test
        void ofOneUserAreFine() throws AuthenticationException {
            http.bearer(TestTokens.of(TestTokens.ADA))
                    .cookie(
                            SessionCookie.NAME,
                            TestTokens.of(TestTokens.ADA, TestTokens.NOW.plus(Duration.ofMinutes(5))));

            assertThat(validate(true)).isEqualTo(AuthenticationStatus.SUCCESS);
        }

        @Test
        void ofTwoUsersAreRefused() throws AuthenticationException {
            http.bearer(TestTokens.of(TestTokens.ADA)).cookie(SessionCookie.NAME, TestTokens.of("somebodyElse"));

            validate(true);

            assertThat(http.status()).isEqualTo(401);
            assertThat(login).isNull();
        }
    }

    @Nested
    class NoKeys {

        @Test
        void leaveAnOpenResourceAlone() throws AuthenticationException {
            http.bearer(TestTokens.of(TestTokens.ADA));

            assertThat(validate(false, OfflineKeys.keys())).isEqualTo(AuthenticationStatus.NOT_DONE);
        }

        @Test
        void meanThatAProtectedResourceIsUnavailable() throws AuthenticationException {
            http.bearer(TestTokens.of(TestTokens.ADA));

            assertThat(validate(true, OfflineKeys.keys())).isEqualTo(AuthenticationStatus.SEND_CONTINUE);
            assertThat(http.status()).isEqualTo(503);
            assertThat(http.header("Retry-After")).isEqualTo("7");
        }

        @Test
        void doNotMatterForATokenThatIsRefusedAnyway() throws AuthenticationException {
            http.bearer("garbage");

            validate(true, OfflineKeys.keys());

            assertThat(http.status()).isEqualTo(401);
        }
    }

    @Nested
    class Renewal {

        private static final String REFRESH = "r1";

        @BeforeEach
        void switchOn() {
            renews = true;
            passage.renews(REFRESH, TestTokens.of(TestTokens.ADA), "r2");
        }

        @Test
        void logsInABrowserThatHasForgottenItsToken() throws AuthenticationException {
            http.cookie(RefreshCookie.SECURE_NAME, REFRESH);

            assertThat(validate(true)).isEqualTo(AuthenticationStatus.SUCCESS);
            assertThat(caller().passageId()).isEqualTo(TestTokens.ADA);
            assertThat(caller().token().reveal()).isEqualTo(TestTokens.of(TestTokens.ADA));
            assertThat(http.setCookies())
                    .extracting(Cookie::getName, Cookie::getValue)
                    .containsExactlyInAnyOrder(
                            tuple(SessionCookie.NAME, TestTokens.of(TestTokens.ADA)),
                            tuple(RefreshCookie.SECURE_NAME, "r2"));
            assertThat(http.setCookies()).allMatch(Cookie::isHttpOnly).allMatch(Cookie::getSecure);
        }

        @Test
        void replacesAnExpiredToken() throws AuthenticationException {
            http.cookie(SessionCookie.NAME, expired()).cookie(RefreshCookie.SECURE_NAME, REFRESH);

            assertThat(validate(true)).isEqualTo(AuthenticationStatus.SUCCESS);
        }

        @Test
        void rescuesNoTokenThatIsRefusedForAnythingElse() throws AuthenticationException {
            http.cookie(SessionCookie.NAME, "garbage").cookie(RefreshCookie.SECURE_NAME, REFRESH);

            validate(true);

            assertThat(http.status()).isEqualTo(401);
            assertThat(passage.refreshed()).isEmpty();
        }

        @Test
        void leavesAGoodTokenAlone() throws AuthenticationException {
            http.cookie(SessionCookie.NAME, TestTokens.of(TestTokens.ADA)).cookie(RefreshCookie.SECURE_NAME, REFRESH);

            assertThat(validate(true)).isEqualTo(AuthenticationStatus.SUCCESS);
            assertThat(passage.refreshed()).isEmpty();
        }

        @Test
        void neverHelpsAHeader() throws AuthenticationException {
            http.bearer(expired()).cookie(RefreshCookie.SECURE_NAME, REFRESH);

            validate(true);

            assertThat(http.status()).isEqualTo(401);
            assertThat(passage.refreshed()).isEmpty();
        }

        @Test
        void isOffUnlessTheArchiveWantsIt() throws AuthenticationException {
            renews = false;
            http.cookie(RefreshCookie.SECURE_NAME, REFRESH);

            validate(true);

            assertThat(http.status()).isEqualTo(401);
            assertThat(passage.refreshed()).isEmpty();
        }

        @Test
        void isNotForImages() throws AuthenticationException {
            http.cookie(RefreshCookie.SECURE_NAME, REFRESH).destination("image");

            validate(false);

            assertThat(passage.refreshed()).isEmpty();
        }

        @Test
        void thatIsRefusedEndsTheSessionCleanly() throws AuthenticationException {
            http.cookie(RefreshCookie.SECURE_NAME, "ended");

            validate(true);

            assertThat(http.status()).isEqualTo(401);
            assertThat(http.header("WWW-Authenticate")).doesNotContain("error");
            assertThat(http.setCookies()).extracting(Cookie::getMaxAge).containsExactly(0, 0);
        }

        @Test
        void keepsTheCookiesWhileItsAddressBringsTooMuchJunk() throws AuthenticationException {
            for (int i = 0; i < RenewalLimit.REFUSALS.burst(); i++) {
                renewalLimit.countRefusal(http.request());
            }
            http.cookie(RefreshCookie.SECURE_NAME, "r1");

            assertThat(validate(true)).isEqualTo(AuthenticationStatus.SEND_CONTINUE);
            assertThat(http.status()).isEqualTo(503);
            assertThat(http.header("Retry-After")).isEqualTo("2");
            assertThat(http.setCookies()).isEmpty();
            assertThat(passage.refreshed()).isEmpty();
        }

        @Test
        void keepsTheCookiesWhilePassageIsDown() throws AuthenticationException {
            passage.isDown();
            http.cookie(RefreshCookie.SECURE_NAME, REFRESH);

            validate(true);

            assertThat(http.status()).isEqualTo(503);
            assertThat(http.setCookies()).isEmpty();
        }

        @Test
        void keepsTheNewRefreshTokenWhenTheAuthTokenCannotBeJudgedNow() throws AuthenticationException {
            http.cookie(RefreshCookie.SECURE_NAME, REFRESH);

            validate(true, OfflineKeys.keys());

            assertThat(http.status()).isEqualTo(503);
            assertThat(http.setCookies()).extracting(Cookie::getValue).containsExactly("r2");
        }

        @Test
        void withATokenThatIsRefusedLogsNobodyIn() throws AuthenticationException {
            passage.renews(REFRESH, "garbage", "r2");
            http.cookie(RefreshCookie.SECURE_NAME, REFRESH);

            validate(true);

            assertThat(http.status()).isEqualTo(401);
            assertThat(login).isNull();
        }

        private String expired() {
            return TestTokens.of(TestTokens.ADA, TestTokens.NOW.minusSeconds(61));
        }
    }

    private PassageCallerPrincipal caller() {
        return (PassageCallerPrincipal) Objects.requireNonNull(login).getCallerPrincipal();
    }

    private Set<String> groups() {
        return Objects.requireNonNull(login).getCallerGroups();
    }

    private AuthenticationStatus validate(boolean isProtected) throws AuthenticationException {
        return validate(isProtected, new CountingKeys(TestKeys.FIRST));
    }

    private AuthenticationStatus validate(boolean isProtected, SigningKeys keys) throws AuthenticationException {
        PassageIdentityStore store =
                new PassageIdentityStore(new TokenVerifier(keys, TestConfig.standard(), clock), TestConfig.standard());
        IdentityStoreHandler stores = new IdentityStoreHandler() {
            @Override
            public CredentialValidationResult validate(Credential credential) {
                return store.validate(credential);
            }
        };
        HttpMessageContext context = FakeHttp.fake(
                HttpMessageContext.class, (proxy, method, arguments) -> context(method, arguments, isProtected));
        return new PassageAuthenticationMechanism(stores, new BearerChallenge(), renewal(keys))
                .validateRequest(http.request(), http.response(), context);
    }

    private SessionRenewal renewal(SigningKeys keys) {
        RefreshCookie refreshCookie = new RefreshCookie(TestConfig.standard());
        SessionCookie cookie = new SessionCookie(TestConfig.standard(), clock);
        return new SessionRenewal(
                new BrowserSession(cookie, refreshCookie, passage),
                refreshCookie,
                passage,
                new TokenVerifier(keys, TestConfig.standard(), clock),
                renewalLimit,
                clock,
                renews);
    }

    private Object context(Method method, Object[] arguments, boolean isProtected) {
        return switch (method.getName()) {
            case "isProtected" -> isProtected;
            case "doNothing" -> AuthenticationStatus.NOT_DONE;
            case "notifyContainerAboutLogin" -> {
                login = (CredentialValidationResult) arguments[0];
                yield AuthenticationStatus.SUCCESS;
            }
            default -> throw new UnsupportedOperationException(method.getName());
        };
    }
}
