package io.github.passage4j.server.login;

import static io.github.passage4j.server.testing.CeremonyFixture.ADA;
import static io.github.passage4j.server.testing.CeremonyFixture.EVE;
import static io.github.passage4j.server.testing.CeremonyFixture.challenge;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.passage4j.server.apps.App;
import io.github.passage4j.server.credential.Credential;
import io.github.passage4j.server.handshake.CreationOptions;
import io.github.passage4j.server.handshake.CredentialDescriptor;
import io.github.passage4j.server.register.PasskeyRegistration;
import io.github.passage4j.server.testing.CeremonyFixture;
import io.github.passage4j.server.testing.Samples;
import io.github.passage4j.server.testing.SoftwareAuthenticator;
import io.github.passage4j.server.token.AuthResult;
import io.github.passage4j.server.users.User;
import io.github.passage4j.server.webauthn.Bytes;
import io.github.passage4j.server.wire.ErrorCode;
import io.github.passage4j.server.wire.PassageException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PasskeyLoginTest {

    private final SoftwareAuthenticator authenticator = Samples.authenticator();
    private final CeremonyFixture fixture;
    private final User ada;

    PasskeyLoginTest(@TempDir Path directory) {
        fixture = new CeremonyFixture(directory);
        ada = fixture.registered(ADA, authenticator);
    }

    private AuthResult finish(
            PasskeyLogin.Started started, @Nullable String userId, SoftwareAuthenticator by, Optional<Bytes> handle) {
        return finish(fixture.app, started, userId, by, handle);
    }

    private AuthResult finish(
            App app,
            PasskeyLogin.Started started,
            @Nullable String userId,
            SoftwareAuthenticator by,
            Optional<Bytes> handle) {
        return fixture.login.finish(app, started.handshake().id(), userId, by.sign(challenge(started)), handle);
    }

    private Optional<Bytes> handleOf(User user) {
        return Optional.of(CreationOptions.userHandle(user.id()));
    }

    private static void assertRefused(ErrorCode code, Runnable call) {
        assertThatExceptionOfType(PassageException.class)
                .isThrownBy(call::run)
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    @Nested
    class NamedUser {

        @Test
        void isOfferedTheOwnPasskeys() {
            PasskeyLogin.Started started = fixture.login.start(fixture.app, ADA);

            assertThat(started.handshake().challenge().publicKey().allowCredentials())
                    .extracting(CredentialDescriptor::id)
                    .containsExactly(authenticator.credentialId().toBase64Url());
        }

        @Test
        void signsIn() {
            AuthResult result = finish(fixture.login.start(fixture.app, ADA), ada.id(), authenticator, handleOf(ada));

            assertThat(fixture.verifier.verify(fixture.app, result.authToken()).subject())
                    .isEqualTo(ada.id());
        }

        @Test
        void countsTheLoginAndTheUse() {
            fixture.clock.advance(Duration.ofDays(1));

            finish(fixture.login.start(fixture.app, ADA), ada.id(), authenticator, handleOf(ada));

            Credential credential = fixture.credentials.ofUser(ada.id()).get(0);
            assertThat(ada.loginCount()).isEqualTo(2);
            assertThat(ada.lastLoginAt()).contains(fixture.clock.instant());
            assertThat(credential.usageCount()).isEqualTo(2);
            assertThat(credential.lastLoginAt()).isEqualTo(fixture.clock.instant());
        }

        @Test
        void isNotFoundWhenUnknown() {
            assertRefused(ErrorCode.USER_NOT_FOUND, () -> fixture.login.start(fixture.app, EVE));
        }

        @Test
        void withoutPasskeysIsOfferedThoseOfNobodyElse() {
            fixture.pending(EVE);

            assertRefused(ErrorCode.WEBAUTHN_LOGIN_FAILED, () -> fixture.login.start(fixture.app, EVE));
        }

        @Test
        void isNotSignedInByThePasskeyOfAnother() {
            SoftwareAuthenticator hers = Samples.authenticator();
            User eve = fixture.registered(EVE, hers);

            PasskeyLogin.Started started = fixture.login.start(fixture.app, ADA);

            assertRefused(ErrorCode.WEBAUTHN_LOGIN_FAILED, () -> finish(started, ada.id(), hers, handleOf(eve)));
        }

        @Test
        void canNotUseTheHandshakeOfAnother() {
            SoftwareAuthenticator hers = Samples.authenticator();
            User eve = fixture.registered(EVE, hers);

            PasskeyLogin.Started started = fixture.login.start(fixture.app, ADA);

            assertRefused(ErrorCode.WEBAUTHN_LOGIN_FAILED, () -> finish(started, eve.id(), hers, handleOf(eve)));
        }
    }

    @Nested
    class WhoeverHoldsThePasskey {

        private PasskeyLogin.Started start() {
            return fixture.login.start(fixture.app);
        }

        @Test
        void isOfferedWhatTheBrowserHas() {
            PasskeyLogin.Started started = start();

            assertThat(started.user()).isNull();
            assertThat(started.handshake().challenge().publicKey().allowCredentials())
                    .isNull();
        }

        @Test
        void signsInByTheUserHandle() {
            AuthResult result = finish(start(), null, authenticator, handleOf(ada));

            assertThat(fixture.verifier.verify(fixture.app, result.authToken()).subject())
                    .isEqualTo(ada.id());
        }

        @Test
        void signsInByTheCredentialAloneWhenThereIsNoHandle() {
            AuthResult result = finish(start(), null, authenticator, Optional.empty());

            assertThat(fixture.verifier.verify(fixture.app, result.authToken()).subject())
                    .isEqualTo(ada.id());
        }

        @Test
        void isRefusedWhenTheFinishNamesAnother() {
            User eve = fixture.registered(EVE, Samples.authenticator());

            assertRefused(
                    ErrorCode.WEBAUTHN_LOGIN_FAILED, () -> finish(start(), eve.id(), authenticator, handleOf(ada)));
            assertThat(finish(start(), ada.id(), authenticator, handleOf(ada)).authToken())
                    .isNotEmpty();
        }

        @Test
        void isRefusedWithAForeignUserHandle() {
            User eve = fixture.pending(EVE);

            assertFailed(() -> finish(start(), null, authenticator, handleOf(eve)));
        }

        @Test
        void isRefusedWithAnUnknownCredential() {
            assertFailed(() -> finish(start(), null, Samples.authenticator(), Optional.empty()));
        }

        @Test
        void isRefusedWithTheSignatureOfAnotherKey() {
            SoftwareAuthenticator forged = Samples.authenticator()
                    .withCredentialId(authenticator.credentialId().toArray());

            assertFailed(() -> finish(start(), null, forged, handleOf(ada)));
        }

        @Test
        void isRefusedTheSecondTime() {
            PasskeyLogin.Started started = start();
            finish(started, null, authenticator, handleOf(ada));

            assertFailed(() -> finish(started, null, authenticator, handleOf(ada)));
        }

        @Test
        void isRefusedInAnotherApp() {
            App other = Samples.app("aaaaaaaaaaaaaaaaaaaaaaaa");

            assertFailed(() -> finish(other, start(), null, authenticator, handleOf(ada)));
            assertFailed(() -> finish(other, fixture.login.start(other), null, authenticator, handleOf(ada)));
        }

        @Test
        void mayTakeHalfAnHourAndNoLonger() {
            PasskeyLogin.Started early = start();
            PasskeyLogin.Started late = start();

            fixture.clock.advance(Duration.ofMinutes(30).minusSeconds(1));
            assertThat(finish(early, null, authenticator, handleOf(ada)).authToken())
                    .isNotEmpty();

            fixture.clock.advance(Duration.ofSeconds(1));
            assertFailed(() -> finish(late, null, authenticator, handleOf(ada)));
        }

        @Test
        void isRefusedWithTheHandshakeOfARegistration() {
            fixture.pending(EVE);
            PasskeyRegistration.Started started = fixture.start(EVE);

            assertFailed(() -> fixture.login.finish(
                    fixture.app,
                    started.handshake().id(),
                    null,
                    authenticator.sign(challenge(started)),
                    handleOf(ada)));
        }

        @Test
        void isRefusedWithACounterThatWasSeenBefore() {
            finish(start(), null, authenticator.withCounter(7), handleOf(ada));

            assertFailed(() -> finish(start(), null, authenticator.withCounter(7), handleOf(ada)));
            assertThat(finish(start(), null, authenticator.withCounter(8), handleOf(ada))
                            .authToken())
                    .isNotEmpty();
        }

        @Test
        void countsNothingWhenRefused() {
            assertFailed(() -> finish(start(), null, authenticator.withFlags(0), handleOf(ada)));

            assertThat(ada.loginCount()).isEqualTo(1);
            assertThat(fixture.credentials.ofUser(ada.id()).get(0).usageCount()).isEqualTo(1);
        }

        private void assertFailed(Runnable call) {
            assertRefused(ErrorCode.DISCOVERABLE_LOGIN_FAILED, call);
        }
    }
}
