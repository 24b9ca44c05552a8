package io.github.passage4j.benchmarks.server;

import io.github.passage4j.server.testing.FinishBody;
import io.github.passage4j.server.testing.SoftwareAuthenticator;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.util.UUID;

/** Somebody with an address and a passkey, who goes through the same calls as the Elements. For one thread. */
final class Account {

    private final AuthApi api;
    private final SoftwareAuthenticator authenticator;
    private final String email = UUID.randomUUID() + "@example.org";
    private String refreshToken = "";

    Account(AuthApi api, String origin) {
        this.api = api;
        this.authenticator = SoftwareAuthenticator.at(origin, URI.create(origin).getHost());
    }

    /** Signs up, makes a passkey and is signed in: three calls. */
    void register() {
        api.post("/users", identifier());
        JsonObject handshake =
                api.post("/register/webauthn/start", identifier()).getJsonObject("handshake");
        keep(api.post("/register/webauthn/finish", FinishBody.registration(handshake, authenticator)));
    }

    /** Signs in with the passkey, by name: two calls. */
    void logIn() {
        logIn(identifier());
    }

    /** Signs in with the passkey that the browser offers, as autofill does: two calls. */
    void logInDiscovered() {
        logIn(Json.createObjectBuilder());
    }

    /** Exchanges the refresh token: one call. */
    void refresh() {
        keep(api.post("/tokens", Json.createObjectBuilder().add("refresh_token", refreshToken)));
    }

    private void logIn(JsonObjectBuilder start) {
        JsonObject handshake = api.post("/login/webauthn/start", start).getJsonObject("handshake");
        keep(api.post("/login/webauthn/finish", FinishBody.login(handshake, authenticator, "")));
    }

    private void keep(JsonObject answer) {
        refreshToken = answer.getJsonObject("auth_result").getString("refresh_token");
    }

    private JsonObjectBuilder identifier() {
        return Json.createObjectBuilder().add("identifier", email);
    }
}
