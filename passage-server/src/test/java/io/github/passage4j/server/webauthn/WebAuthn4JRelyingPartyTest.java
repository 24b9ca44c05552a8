package io.github.passage4j.server.webauthn;

import static io.github.passage4j.server.testing.SoftwareAuthenticator.BE;
import static io.github.passage4j.server.testing.SoftwareAuthenticator.BS;
import static io.github.passage4j.server.testing.SoftwareAuthenticator.UP;
import static io.github.passage4j.server.testing.SoftwareAuthenticator.UV;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.data.attestation.authenticator.EC2COSEKey;
import io.github.passage4j.server.testing.KeyKind;
import io.github.passage4j.server.testing.SoftwareAuthenticator;
import io.github.passage4j.server.webauthn.CeremonyException.Reason;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAuthn4JRelyingPartyTest {

    private static final String ORIGIN = "https://shop.example";
    private static final String RP_ID = "shop.example";

    private final RelyingParty relyingParty = new WebAuthn4JRelyingParty();
    private final Challenge challenge = Challenge.random(new SecureRandom());
    private final Expectation expectation = new Expectation(challenge, ORIGIN, RP_ID, AttestationPolicy.NONE);

    private static SoftwareAuthenticator authenticator() {
        return SoftwareAuthenticator.at(ORIGIN, RP_ID);
    }

    private static void assertRefused(Reason reason, Runnable ceremony) {
        assertThatExceptionOfType(CeremonyException.class)
                .isThrownBy(ceremony::run)
                .satisfies(refusal ->
                        assertThat(refusal.reason()).as(refusal.getMessage()).isEqualTo(reason));
    }

    @Nested
    class Registration {

        private void assertRegistrationRefused(Reason reason, SoftwareAuthenticator authenticator) {
            assertRefused(
                    reason, () -> relyingParty.verifyRegistration(authenticator.register(challenge), expectation));
        }

        @ParameterizedTest
        @EnumSource(
                value = KeyKind.class,
                names = {"ES256", "EDDSA", "RS256"})
        void acceptsEveryAlgorithmOnOffer(KeyKind kind) {
            SoftwareAuthenticator authenticator = SoftwareAuthenticator.at(ORIGIN, RP_ID, kind);

            VerifiedRegistration registration =
                    relyingParty.verifyRegistration(authenticator.register(challenge), expectation);

            assertThat(registration.credential().credentialId()).isEqualTo(authenticator.credentialId());
            assertThat(registration.transports()).containsExactlyInAnyOrder("internal", "hybrid");
        }

        @Test
        void keepsFlagsAndCounterOfTheCredential() {
            SoftwareAuthenticator synced =
                    authenticator().withFlags(UP | UV | BE | BS).withCounter(4_000_000_000L);

            CredentialRecord credential = relyingParty
                    .verifyRegistration(synced.register(challenge), expectation)
                    .credential();

            assertThat(credential.backupEligible()).isTrue();
            assertThat(credential.backupState()).isTrue();
            assertThat(credential.signCount()).isEqualTo(4_000_000_000L);
        }

        @Test
        void step7_refusesClientDataOfALogin() {
            assertRegistrationRefused(Reason.WRONG_TYPE, authenticator().withType("webauthn.get"));
        }

        @Test
        void step8_refusesAnotherChallenge() {
            RegistrationResponse response = authenticator().register(Challenge.random(new SecureRandom()));

            assertRefused(Reason.WRONG_CHALLENGE, () -> relyingParty.verifyRegistration(response, expectation));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "https://evil.example",
                    "http://shop.example",
                    "https://shop.example:8443",
                    "https://shop.example.evil.example",
                    "https://www.shop.example",
                    "https://shop.example/",
                    "https://shop.example/path",
                    "https://SHOP.example"
                })
        void step9_refusesAnotherOrigin(String origin) {
            assertRegistrationRefused(Reason.WRONG_ORIGIN, authenticator().withOrigin(origin));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "\"crossOrigin\":true",
                    "\"crossOrigin\":true,\"topOrigin\":\"https://evil.example\"",
                    "\"topOrigin\":\"https://evil.example\""
                })
        void step10_refusesFramesInForeignPages(String members) {
            assertRegistrationRefused(Reason.CROSS_ORIGIN, authenticator().withClientData(members));
        }

        @Test
        void step14_refusesAnotherRpId() {
            assertRegistrationRefused(Reason.WRONG_RP_ID, authenticator().withRpId("evil.example"));
        }

        @Test
        void step15_refusesWhenNobodyWasPresent() {
            assertRegistrationRefused(Reason.USER_NOT_PRESENT, authenticator().withFlags(UV));
        }

        @Test
        void step16_refusesWhenNobodyWasVerified() {
            assertRegistrationRefused(Reason.USER_NOT_VERIFIED, authenticator().withFlags(UP));
        }

        @Test
        void step17_refusesABackupOfWhatCanNotBeBackedUp() {
            assertRegistrationRefused(
                    Reason.BACKUP_STATE_IMPOSSIBLE, authenticator().withFlags(UP | UV | BS));
        }

        @Test
        void step20_refusesAnAlgorithmThatWasNotOffered() {
            assertRegistrationRefused(
                    Reason.ALGORITHM_NOT_OFFERED, SoftwareAuthenticator.at(ORIGIN, RP_ID, KeyKind.ES384));
        }

        @Test
        void refusesAShortRsaKey() {
            assertRegistrationRefused(
                    Reason.KEY_TOO_WEAK, SoftwareAuthenticator.at(ORIGIN, RP_ID, KeyKind.SHORT_RS256));
        }

        @Test
        void refusesAPublicKeyThatCanNotBeUsed() {
            assertRegistrationRefused(Reason.KEY_UNUSABLE, authenticator().withKeyFault(cose -> {
                cose[cose.length - 1] ^= 1;
                return cose;
            }));
        }

        @Test
        void refusesAnRsaKeyWithExponentOne() {
            assertRegistrationRefused(
                    Reason.KEY_UNUSABLE,
                    SoftwareAuthenticator.at(ORIGIN, RP_ID, KeyKind.RS256).withKeyFault(cose -> {
                        cose[cose.length - 3] = 0;
                        return cose;
                    }));
        }

        @Test
        void keepsNothingThatCameAlongWithTheKey() {
            ObjectConverter converter = new ObjectConverter();
            SoftwareAuthenticator chatty = authenticator().withKeyFault(cose -> {
                EC2COSEKey key = converter.getCborMapper().readValue(cose, EC2COSEKey.class);
                return converter
                        .getCborMapper()
                        .writeValueAsBytes(new EC2COSEKey(
                                new byte[5000], key.getAlgorithm(), null, key.getCurve(), key.getX(), key.getY()));
            });

            CredentialRecord credential = relyingParty
                    .verifyRegistration(chatty.register(challenge), expectation)
                    .credential();

            assertThat(credential.publicKey().length()).isLessThan(100);
            assertThat(relyingParty.verifyAssertion(chatty.sign(challenge), credential, expectation))
                    .isNotNull();
        }

        @Test
        void step25_refusesACredentialIdOver1023Bytes() {
            assertRegistrationRefused(
                    Reason.CREDENTIAL_ID_TOO_LONG, authenticator().withCredentialId(new byte[1024]));
        }

        @Test
        void acceptsACredentialIdOf1023Bytes() {
            SoftwareAuthenticator authenticator = authenticator().withCredentialId(new byte[1023]);

            VerifiedRegistration registration =
                    relyingParty.verifyRegistration(authenticator.register(challenge), expectation);

            assertThat(registration.credential().credentialId().length()).isEqualTo(1023);
        }

        @Test
        void refusesAnIdBesideTheResponseThatIsNotTheAttestedOne() {
            RegistrationResponse honest = authenticator().register(challenge);
            RegistrationResponse forged = new RegistrationResponse(
                    Bytes.of(new byte[32]), honest.clientDataJson(), honest.attestationObject(), Set.of());

            assertRefused(Reason.CREDENTIAL_ID_MISMATCH, () -> relyingParty.verifyRegistration(forged, expectation));
        }

        @Test
        void refusesCborThatEndsTooEarly() {
            assertRegistrationRefused(
                    Reason.MALFORMED_RESPONSE,
                    authenticator().withDataFault(cbor -> Arrays.copyOf(cbor, cbor.length - 10)));
        }

        @Test
        void refusesWhatIsNoCbor() {
            assertRegistrationRefused(
                    Reason.MALFORMED_RESPONSE, authenticator().withDataFault(cbor -> new byte[] {(byte) 0xff, 1, 2}));
        }

        @Test
        void neverFailsInAnotherWayWhicheverByteIsDamaged() {
            RegistrationResponse honest = authenticator().register(challenge);
            byte[] attestation = honest.attestationObject().toArray();
            for (int i = 0; i < attestation.length; i++) {
                byte[] damaged = attestation.clone();
                damaged[i] ^= (byte) 0x55;
                RegistrationResponse response = new RegistrationResponse(
                        honest.credentialId(), honest.clientDataJson(), Bytes.of(damaged), Set.of());
                try {
                    assertThat(relyingParty.verifyRegistration(response, expectation))
                            .isNotNull();
                } catch (CeremonyException e) {
                    assertThat(e.reason()).isNotNull();
                }
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "[]", "null", "{}", "{\"type\":\"webauthn.create\"}", "{", "\u0000"})
        void refusesClientDataThatAreNone(String clientData) {
            RegistrationResponse honest = authenticator().register(challenge);
            RegistrationResponse response = new RegistrationResponse(
                    honest.credentialId(),
                    Bytes.of(clientData.getBytes(StandardCharsets.UTF_8)),
                    honest.attestationObject(),
                    Set.of());

            assertThatExceptionOfType(CeremonyException.class)
                    .isThrownBy(() -> relyingParty.verifyRegistration(response, expectation));
        }
    }

    @Nested
    class Assertion {

        private final SoftwareAuthenticator authenticator = authenticator();
        private CredentialRecord credential = registered(authenticator);

        private CredentialRecord registered(SoftwareAuthenticator fresh) {
            return relyingParty
                    .verifyRegistration(fresh.register(challenge), expectation)
                    .credential();
        }

        private void assertAssertionRefused(Reason reason, SoftwareAuthenticator faulty) {
            assertRefused(reason, () -> relyingParty.verifyAssertion(faulty.sign(challenge), credential, expectation));
        }

        @ParameterizedTest
        @EnumSource(
                value = KeyKind.class,
                names = {"ES256", "EDDSA", "RS256"})
        void acceptsASignatureOfEveryAlgorithmOnOffer(KeyKind kind) {
            SoftwareAuthenticator other = SoftwareAuthenticator.at(ORIGIN, RP_ID, kind);

            VerifiedAssertion assertion =
                    relyingParty.verifyAssertion(other.sign(challenge), registered(other), expectation);

            assertThat(assertion.credentialId()).isEqualTo(other.credentialId());
        }

        @Test
        void step10_refusesClientDataOfARegistration() {
            assertAssertionRefused(Reason.WRONG_TYPE, authenticator.withType("webauthn.create"));
        }

        @Test
        void step11_refusesAnotherChallenge() {
            AssertionResponse response = authenticator.sign(Challenge.random(new SecureRandom()));

            assertRefused(
                    Reason.WRONG_CHALLENGE, () -> relyingParty.verifyAssertion(response, credential, expectation));
        }

        @ParameterizedTest
        @ValueSource(strings = {"https://evil.example", "https://shop.example/path", "http://shop.example"})
        void step12_refusesAnotherOrigin(String origin) {
            assertAssertionRefused(Reason.WRONG_ORIGIN, authenticator.withOrigin(origin));
        }

        @Test
        void step13_refusesFramesInForeignPages() {
            assertAssertionRefused(Reason.CROSS_ORIGIN, authenticator.withClientData("\"crossOrigin\":true"));
        }

        @Test
        void step15_refusesAnotherRpId() {
            assertAssertionRefused(Reason.WRONG_RP_ID, authenticator.withRpId("evil.example"));
        }

        @Test
        void step16_refusesWhenNobodyWasPresent() {
            assertAssertionRefused(Reason.USER_NOT_PRESENT, authenticator.withFlags(UV));
        }

        @Test
        void step17_refusesWhenNobodyWasVerified() {
            assertAssertionRefused(Reason.USER_NOT_VERIFIED, authenticator.withFlags(UP));
        }

        @Test
        void step18_refusesABackupOfWhatCanNotBeBackedUp() {
            assertAssertionRefused(Reason.BACKUP_STATE_IMPOSSIBLE, authenticator.withFlags(UP | UV | BS));
        }

        @Test
        void step19_refusesAChangeOfBackupEligibility() {
            assertAssertionRefused(Reason.BACKUP_ELIGIBILITY_CHANGED, authenticator.withFlags(UP | UV | BE));
        }

        @Test
        void tellsThatAnEligibleCredentialIsBackedUpNow() {
            authenticator.withFlags(UP | UV | BE);
            credential = registered(authenticator);

            VerifiedAssertion assertion = relyingParty.verifyAssertion(
                    authenticator.withFlags(UP | UV | BE | BS).sign(challenge), credential, expectation);

            assertThat(assertion.backupState()).isTrue();
        }

        @Test
        void step21_refusesATamperedSignature() {
            assertAssertionRefused(Reason.SIGNATURE_INVALID, authenticator.withSignatureFault(signature -> {
                signature[signature.length - 1] ^= 1;
                return signature;
            }));
        }

        @Test
        void step21_refusesASignatureThatIsNone() {
            assertAssertionRefused(Reason.SIGNATURE_INVALID, authenticator.withSignatureFault(s -> new byte[] {1}));
        }

        @Test
        void step21_refusesTheSignatureOfAnotherKey() {
            SoftwareAuthenticator other = authenticator()
                    .withCredentialId(authenticator.credentialId().toArray());

            assertAssertionRefused(Reason.SIGNATURE_INVALID, other);
        }

        @Test
        void step21_refusesAuthenticatorDataThatWereChangedAfterwards() {
            assertAssertionRefused(Reason.SIGNATURE_INVALID, authenticator.withDataFault(data -> {
                data[36] = 9;
                return data;
            }));
        }

        @Test
        void step22_leavesACounterThatIsNotUsedAlone() {
            VerifiedAssertion assertion =
                    relyingParty.verifyAssertion(authenticator.sign(challenge), credential, expectation);

            assertThat(assertion.signCount()).isZero();
        }

        @Test
        void step22_acceptsACounterThatGrows() {
            credential = registered(authenticator.withCounter(5));

            VerifiedAssertion assertion =
                    relyingParty.verifyAssertion(authenticator.withCounter(6).sign(challenge), credential, expectation);

            assertThat(assertion.signCount()).isEqualTo(6);
        }

        @ParameterizedTest
        @ValueSource(longs = {0, 4, 5})
        void step22_refusesACounterThatDoesNotGrow(long counter) {
            credential = registered(authenticator.withCounter(5));

            assertAssertionRefused(Reason.COUNTER_NOT_INCREASED, authenticator.withCounter(counter));
        }

        @Test
        void refusesAuthenticatorDataThatEndTooEarly() {
            assertAssertionRefused(
                    Reason.MALFORMED_RESPONSE, authenticator.withDataFault(data -> Arrays.copyOf(data, 20)));
        }

        @Test
        void refusesAuthenticatorDataWithMoreBehindThem() {
            assertAssertionRefused(
                    Reason.MALFORMED_RESPONSE,
                    authenticator.withDataFault(data -> Arrays.copyOf(data, data.length + 1)));
        }
    }
}
