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
import com.webauthn4j.data.attestation.AttestationObject;
import com.webauthn4j.data.attestation.authenticator.AAGUID;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.authenticator.COSEKey;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.attestation.statement.androidkey.AndroidKeyAttestationStatementVerifier;
import com.webauthn4j.verifier.attestation.statement.apple.AppleAnonymousAttestationStatementVerifier;
import com.webauthn4j.verifier.attestation.statement.packed.PackedAttestationStatementVerifier;
import com.webauthn4j.verifier.attestation.statement.tpm.TPMAttestationStatementVerifier;
import com.webauthn4j.verifier.attestation.statement.u2f.FIDOU2FAttestationStatementVerifier;
import com.webauthn4j.verifier.attestation.trustworthiness.certpath.DefaultCertPathTrustworthinessVerifier;
import com.webauthn4j.verifier.attestation.trustworthiness.self.DefaultSelfAttestationTrustworthinessVerifier;
import com.webauthn4j.verifier.exception.VerificationException;
import io.github.passage4j.server.webauthn.CeremonyException.Reason;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * The Relying Party on WebAuthn4J. Where the policy asks for no attestation, a statement that comes all the same proves nothing
 * and is not judged.
 */
public final class WebAuthn4JRelyingParty implements RelyingParty {

    private static final boolean USER_VERIFICATION_REQUIRED = true;
    private static final boolean USER_PRESENCE_REQUIRED = true;

    private final ObjectConverter converter = new ObjectConverter();
    private final WebAuthnManager webAuthn = WebAuthnManager.createNonStrictWebAuthnManager(converter);
    private final WebAuthnManager judge;
    private final OriginCheck originCheck = new OriginCheck(converter);

    /** A Relying Party that trusts no attestation. */
    public WebAuthn4JRelyingParty() {
        this(List.of());
    }

    /**
     * @param roots certificates that attestation may lead to
     */
    public WebAuthn4JRelyingParty(Collection<X509Certificate> roots) {
        DefaultCertPathTrustworthinessVerifier paths =
                new DefaultCertPathTrustworthinessVerifier(new AttestationRoots(roots));
        // Authenticators' certificates name no place to ask, and nothing here asks the internet
        paths.setRevocationCheckEnabled(false);
        judge = new WebAuthnManager(
                List.of(
                        new PackedAttestationStatementVerifier(),
                        new TPMAttestationStatementVerifier(),
                        new AndroidKeyAttestationStatementVerifier(),
                        new AppleAnonymousAttestationStatementVerifier(),
                        new FIDOU2FAttestationStatementVerifier()),
                paths,
                new DefaultSelfAttestationTrustworthinessVerifier(false),
                converter);
    }

    @Override
    public VerifiedRegistration verifyRegistration(RegistrationResponse response, Expectation expectation) {
        RegistrationData data = parse(() -> webAuthn.parse(new RegistrationRequest(
                response.attestationObject().toArray(),
                response.clientDataJson().toArray(),
                response.transports())));
        originCheck.check(response.clientDataJson(), expectation.origin());
        RegistrationParameters parameters = registrationParameters(expectation);
        verify(() -> webAuthn.verify(data, parameters), Reason.ATTESTATION_INVALID);
        AttestationObject attestation = Objects.requireNonNull(data.getAttestationObject());
        AuthenticatorData<?> authenticator = attestation.getAuthenticatorData();
        AttestedCredentialData attested = Objects.requireNonNull(authenticator.getAttestedCredentialData());
        if (!Arrays.equals(attested.getCredentialId(), response.credentialId().toArray())) {
            throw new CeremonyException(Reason.CREDENTIAL_ID_MISMATCH);
        }
        COSEKey key = PublicKeyCheck.check(attested.getCOSEKey());
        if (expectation.attestation().isRequired()) {
            judge(data, parameters, attestation, expectation.attestation());
        }
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

    /** Only what leads to a trusted root is believed, and what is believed is compared with the models of the policy. */
    private void judge(
            RegistrationData data,
            RegistrationParameters parameters,
            AttestationObject attestation,
            AttestationPolicy policy) {
        if (attestation.getAttestationStatement() instanceof NoneAttestationStatement) {
            throw new CeremonyException(Reason.ATTESTATION_MISSING);
        }
        verify(() -> judge.verify(data, parameters), Reason.ATTESTATION_INVALID);
        String aaguid = Objects.requireNonNull(
                        attestation.getAuthenticatorData().getAttestedCredentialData())
                .getAaguid()
                .toString();
        if (!policy.allows(aaguid)) {
            throw new CeremonyException(Reason.AUTHENTICATOR_NOT_ALLOWED, policy.models(), aaguid);
        }
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
