package io.github.passage4j.server.webauthn;

/**
 * What a browser brings back from {@code navigator.credentials.get()}.
 *
 * @param credentialId which credential signed
 * @param clientDataJson UTF-8
 * @param authenticatorData as signed
 * @param signature over authenticator data and the hash of the client data
 */
public record AssertionResponse(Bytes credentialId, Bytes clientDataJson, Bytes authenticatorData, Bytes signature) {}
