package io.github.passage4j.server.webauthn;

/**
 * Verifies what authenticators say. Whoever calls has consumed the challenge before, so that it counts once.
 *
 * <p>User presence and user verification are always required. Implementations are safe for several threads.
 */
public interface RelyingParty {

    /**
     * Verifies a registration (WebAuthn L3 §7.1 steps 5 to 25). Whether the credential is new is for the caller to see.
     *
     * @throws CeremonyException when any check fails
     */
    VerifiedRegistration verifyRegistration(RegistrationResponse response, Expectation expectation);

    /**
     * Verifies an assertion (WebAuthn L3 §7.2 steps 7 to 25) by the credential that the caller found for it.
     *
     * @throws CeremonyException when any check fails
     */
    VerifiedAssertion verifyAssertion(AssertionResponse response, CredentialRecord credential, Expectation expectation);

    /**
     * Checks a public key that was registered elsewhere.
     *
     * @param publicKey COSE
     * @return algorithm and public parameters of the key, in COSE
     * @throws CeremonyException when it is no key that could verify signatures here
     */
    Bytes checkPublicKey(Bytes publicKey);
}
