package io.github.passage4j.server.webauthn;

/**
 * What a response must fit.
 *
 * @param challenge that of this ceremony
 * @param origin the app's, as browsers write it
 * @param rpId the app's Relying Party ID
 * @param attestation the app's policy; counts at registration only
 */
public record Expectation(Challenge challenge, String origin, String rpId, AttestationPolicy attestation) {}
