package io.github.passage4j.server.webauthn;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticationRequest;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.RegistrationRequest;
import com.webauthn4j.data.attestation.authenticator.AAGUID;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.authenticator.COSEKey;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.VerificationException;
import io.github.passage4j.server.webauthn.CeremonyException.Reason;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * The Relying Party on WebAuthn4J. Attestation is not asked for ("none"), so a statement that comes all the same proves
 * nothing and is not judged.
 */
public final class WebAuthn4JRelyingParty implements RelyingParty {

    private static final boolean USER_VERIFICATION_REQUIRED = true;
    private static final boolean USER_PRESENCE_REQUIRED = true;

    private final ObjectConverter converter = new ObjectConverter();
    private final WebAuthnManager webAuthn = WebAuthnManager.createNonStrictWebAuthnManager(converter);
    private final OriginCheck originCheck = new OriginCheck(converter);

    @Override
    public VerifiedRegistration verifyRegistration(RegistrationResponse response, Expectation expectation) {
        RegistrationData data = parse(() -> webAuthn.parse(new RegistrationRequest(
                response.attestationObject().toArray(),
                response.clientDataJson().toArray(),
                response.transports())));
        originCheck.check(response.clientDataJson(), expectation.origin());
        RegistrationParameters parameters = registrationParameters(expectation);
        verify(() -> webAuthn.verify(data, parameters), Reason.ATTESTATION_INVALID);
        AuthenticatorData<?> authenticator =
                Objects.requireNonNull(data.getAttestationObject()).getAuthenticatorData();
        AttestedCredentialData attested = Objects.requireNonNull(authenticator.getAttestedCredentialData());
        if (!Arrays.equals(attested.getCredentialId(), response.credentialId().toArray())) {
            throw new CeremonyException(Reason.CREDENTIAL_ID_MISMATCH);
        }
        COSEKey key = PublicKeyCheck.check(attested.getCOSEKey());
        return new VerifiedRegistration(record(authenticator, attested, key), response.transports());
    }

    @Override
    public VerifiedAssertion verifyAssertion(
            AssertionResponse response, CredentialRecord credential, Expectation expectation) {
        AuthenticationData data = parse(() -> webAuthn.parse(new AuthenticationRequest(
                response.credentialId().toArray(),
                response.authenticatorData().toArray(),
                response.clientDataJson().toArray(),
                response.signature().toArray())));
        originCheck.check(response.clientDataJson(), expectation.origin());
        AuthenticationParameters parameters = authenticationParameters(credential, expectation);
        verify(() -> webAuthn.verify(data, parameters), Reason.SIGNATURE_INVALID);
        AuthenticatorData<?> authenticator = Objects.requireNonNull(data.getAuthenticatorData());
        return new VerifiedAssertion(response.credentialId(), authenticator.getSignCount(), authenticator.isFlagBS());
    }

    @Override
    public Bytes checkPublicKey(Bytes publicKey) {
        COSEKey key = parse(() -> converter.getCborMapper().readValue(publicKey.toArray(), COSEKey.class));
        return Bytes.of(converter.getCborMapper().writeValueAsBytes(PublicKeyCheck.check(key)));
    }

    private CredentialRecord record(AuthenticatorData<?> authenticator, AttestedCredentialData attested, COSEKey key) {
        return new CredentialRecord(
                Bytes.of(attested.getCredentialId()),
                Bytes.of(converter.getCborMapper().writeValueAsBytes(key)),
                attested.getAaguid().toString(),
                authenticator.getSignCount(),
                authenticator.isFlagBE(),
                authenticator.isFlagBS());
    }

    private static RegistrationParameters registrationParameters(Expectation expectation) {
        List<PublicKeyCredentialParameters> algorithms = Arrays.stream(PublicKeyAlgorithm.values())
                .map(algorithm -> new PublicKeyCredentialParameters(
                        PublicKeyCredentialType.PUBLIC_KEY, COSEAlgorithmIdentifier.create(algorithm.cose())))
                .toList();
        return new RegistrationParameters(
                server(expectation), algorithms, USER_VERIFICATION_REQUIRED, USER_PRESENCE_REQUIRED);
    }

    private AuthenticationParameters authenticationParameters(CredentialRecord credential, Expectation expectation) {
        COSEKey key = converter.getCborMapper().readValue(credential.publicKey().toArray(), COSEKey.class);
        AttestedCredentialData attested = new AttestedCredentialData(
                new AAGUID(credential.aaguid()), credential.credentialId().toArray(), key);
        CredentialRecordImpl stored = new CredentialRecordImpl(
                new NoneAttestationStatement(),
                USER_VERIFICATION_REQUIRED,
                credential.backupEligible(),
                credential.backupState(),
                credential.signCount(),
                attested,
                null,
                null,
                null,
                null);
        return new AuthenticationParameters(
                server(expectation),
                stored,
                List.of(credential.credentialId().toArray()),
                USER_VERIFICATION_REQUIRED,
                USER_PRESENCE_REQUIRED);
    }

    private static ServerProperty server(Expectation expectation) {
        return ServerProperty.builder()
                .origin(new Origin(expectation.origin()))
                .rpId(expectation.rpId())
                .challenge(new DefaultChallenge(expectation.challenge().bytes().toArray()))
                .build();
    }

    /** Whatever the parsers throw, it was the response that made them. */
    private static <T> T parse(Supplier<T> parser) {
        try {
            return parser.get();
        } catch (RuntimeException e) {
            throw new CeremonyException(Reason.MALFORMED_RESPONSE, e);
        }
    }

    private static void verify(Runnable verification, Reason otherwise) {
        try {
            verification.run();
        } catch (VerificationException e) {
            throw Reasons.of(e, otherwise);
        } catch (RuntimeException e) {
            throw new CeremonyException(Reason.MALFORMED_RESPONSE, e);
        }
    }
}
