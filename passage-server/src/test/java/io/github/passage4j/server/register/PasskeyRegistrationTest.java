package io.github.passage4j.server.register;

import static io.github.passage4j.server.testing.CeremonyFixture.ADA;
import static io.github.passage4j.server.testing.CeremonyFixture.EVE;
import static io.github.passage4j.server.testing.CeremonyFixture.challenge;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.passage4j.server.testing.CeremonyFixture;
import io.github.passage4j.server.testing.Samples;
import io.github.passage4j.server.testing.SoftwareAuthenticator;
import io.github.passage4j.server.token.AuthResult;
import io.github.passage4j.server.users.User;
import io.github.passage4j.server.users.UserStatus;
import io.github.passage4j.server.wire.ErrorCode;
import io.github.passage4j.server.wire.PassageException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PasskeyRegistrationTest {

    private final CeremonyFixture fixture;

    PasskeyRegistrationTest(@TempDir Path directory) {
        fixture = new CeremonyFixture(directory);
    }

    private static void assertRefused(ErrorCode code, String error, Runnable call) {
        assertThatExceptionOfType(PassageException.class)
                .isThrownBy(call::run)
                .withMessageStartingWith(error)
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private User ada() {
        return fixture.users.find(Samples.APP_ID, ADA).orElseThrow();
    }

    @Nested
    class Start {

        @Test
        void tellsTheUserAndTheOptions() {
            User user = fixture.pending(ADA);

            PasskeyRegistration.Started started = fixture.start(ADA);

            assertThat(started.user().id()).isEqualTo(user.id());
            assertThat(started.handshake().challenge().publicKey().rp().id()).isEqualTo("shop.example");
        }

        @Test
        void refusesWhoeverDidNotSignUp() {
            assertRefused(ErrorCode.USER_NOT_FOUND, "There is no such user", () -> fixture.start(ADA));
        }

        @Test
        void refusesAnActiveAccount() {
            fixture.registered(ADA, Samples.authenticator());

            assertRefused(ErrorCode.INVALID_REQUEST, "user: already exists.", () -> fixture.start(ADA));
        }
    }

    @Nested
    class Finish {

        @Test
        void activatesTheAccountAndCountsALogin() {
            fixture.registered(ADA, Samples.authenticator());

            assertThat(ada().status()).isEqualTo(UserStatus.ACTIVE);
            assertThat(ada().loginCount()).isEqualTo(1);
            assertThat(ada().lastLoginAt()).contains(fixture.clock.instant());
        }

        @Test
        void keepsTheCredential() {
            SoftwareAuthenticator authenticator = Samples.authenticator();

            fixture.registered(ADA, authenticator);

            assertThat(fixture.credentials.ofUser(ada().id())).singleElement().satisfies(credential -> {
                assertThat(credential.credentialId())
                        .isEqualTo(authenticator.credentialId().toBase64Url());
                assertThat(credential.friendlyName()).isEqualTo("Chrome on Linux");
                assertThat(credential.usageCount()).isEqualTo(1);
                assertThat(credential.transports()).containsExactly("hybrid", "internal");
            });
        }

        @Test
        void givesATokenOfTheUser() {
            User user = fixture.pending(ADA);

            AuthResult result = fixture.finish(fixture.start(ADA), Samples.authenticator());

            assertThat(fixture.verifier.verify(fixture.app, result.authToken()).subject())
                    .isEqualTo(user.id());
        }

        @Test
        void refusesAReplay() {
            fixture.pending(ADA);
            PasskeyRegistration.Started started = fixture.start(ADA);
            fixture.finish(started, Samples.authenticator());

            assertFailed(() -> fixture.finish(started, Samples.authenticator()));
        }

        @Test
        void usesTheHandshakeUpEvenWhenItFails() {
            fixture.pending(ADA);
            PasskeyRegistration.Started started = fixture.start(ADA);
            assertFailed(() -> fixture.finish(started, Samples.authenticator().withOrigin("https://evil.example")));

            assertFailed(() -> fixture.finish(started, Samples.authenticator()));
            assertThat(ada().status()).isEqualTo(UserStatus.PENDING);
        }

        @Test
        void refusesAfterTenMinutes() {
            fixture.pending(ADA);
            PasskeyRegistration.Started started = fixture.start(ADA);

            fixture.clock.advance(Duration.ofMinutes(10));

            assertFailed(() -> fixture.finish(started, Samples.authenticator()));
        }

        @Test
        void refusesASecondCeremonyOnceTheAccountIsActive() {
            fixture.pending(ADA);
            PasskeyRegistration.Started first = fixture.start(ADA);
            PasskeyRegistration.Started second = fixture.start(ADA);
            fixture.finish(first, Samples.authenticator());

            assertRefused(
                    ErrorCode.INVALID_REQUEST,
                    "user: already exists.",
                    () -> fixture.finish(second, Samples.authenticator()));
            assertThat(fixture.credentials.ofUser(ada().id())).hasSize(1);
        }

        @Test
        void refusesACredentialThatAnotherAccountHas() {
            SoftwareAuthenticator authenticator = Samples.authenticator();
            fixture.registered(EVE, authenticator);
            fixture.pending(ADA);

            assertFailed(() -> fixture.finish(fixture.start(ADA), authenticator));

            assertThat(ada().status()).isEqualTo(UserStatus.PENDING);
        }

        @Test
        void refusesTheHandshakeOfAnotherUser() {
            fixture.pending(ADA);
            User eve = fixture.pending(EVE);
            PasskeyRegistration.Started started = fixture.start(ADA);

            assertFailed(() -> fixture.registration.finish(
                    fixture.app,
                    started.handshake().id(),
                    eve.id(),
                    Samples.authenticator().register(challenge(started)),
                    "Chrome"));
        }

        @Test
        void refusesAHandshakeOfAnotherApp() {
            fixture.pending(ADA);
            PasskeyRegistration.Started started = fixture.start(ADA);

            assertFailed(() -> fixture.registration.finish(
                    Samples.app("aaaaaaaaaaaaaaaaaaaaaaaa"),
                    started.handshake().id(),
                    started.user().id(),
                    Samples.authenticator().register(challenge(started)),
                    "Chrome"));
        }

        @Test
        void saysNothingAboutTheReason() {
            fixture.pending(ADA);
            PasskeyRegistration.Started started = fixture.start(ADA);

            assertThatExceptionOfType(PassageException.class)
                    .isThrownBy(() ->
                            fixture.finish(started, Samples.authenticator().withRpId("evil.example")))
                    .withMessage("The passkey could not be verified. Please start again.");
        }

        private void assertFailed(Runnable call) {
            assertRefused(ErrorCode.INVALID_REQUEST, "The passkey could not be verified", call);
        }
    }
}
