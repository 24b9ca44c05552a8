package io.github.passage4j.server.testing;

import io.github.passage4j.server.webauthn.AssertionResponse;
import io.github.passage4j.server.webauthn.Bytes;
import io.github.passage4j.server.webauthn.Challenge;
import io.github.passage4j.server.webauthn.RegistrationResponse;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/** What the published clients send to a finish call, made by the software authenticator for the handshake of a start call. */
public final class FinishBody {

    private FinishBody() {}

    /** Finishes a registration. */
    public static JsonObjectBuilder registration(JsonObject handshake, SoftwareAuthenticator authenticator) {
        RegistrationResponse made = authenticator.register(challenge(handshake));
        JsonObjectBuilder response = Json.createObjectBuilder()
                .add("attestationObject", made.attestationObject().toBase64Url())
                .add("clientDataJSON", made.clientDataJson().toBase64Url());
        return body(handshake, made.credentialId(), response);
    }

    /** Finishes a login; an empty user handle is none. */
    public static JsonObjectBuilder login(
            JsonObject handshake, SoftwareAuthenticator authenticator, String userHandle) {
        AssertionResponse signed = authenticator.sign(challenge(handshake));
        JsonObjectBuilder response = Json.createObjectBuilder()
                .add("authenticatorData", signed.authenticatorData().toBase64Url())
                .add("clientDataJSON", signed.clientDataJson().toBase64Url())
                .add("signature", signed.signature().toBase64Url())
                .add("userHandle", userHandle);
        return body(handshake, signed.credentialId(), response);
    }

    private static JsonObjectBuilder body(JsonObject handshake, Bytes credentialId, JsonObjectBuilder response) {
        String id = credentialId.toBase64Url();
        return Json.createObjectBuilder()
                .add("handshake_id", handshake.getString("id"))
                .add(
                        "handshake_response",
                        Json.createObjectBuilder()
                                .add("id", id)
                                .add("rawId", id)
                                .add("type", "public-key")
                                .add("response", response));
    }

    private static Challenge challenge(JsonObject handshake) {
        JsonObject options = handshake.getJsonObject("challenge").getJsonObject("publicKey");
        return new Challenge(Bytes.ofBase64Url(options.getString("challenge")));
    }
}
