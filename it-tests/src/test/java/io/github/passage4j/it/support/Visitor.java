package io.github.passage4j.it.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.passage4j.server.testing.FinishBody;
import io.github.passage4j.server.testing.SoftwareAuthenticator;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;

/** Somebody who registers and signs in as the Elements do, one call after the other, with a passkey and without a browser. */
public final class Visitor {

    private final String origin;
    private final String auth;
    private final String email = Pages.newEmail();
    private final SoftwareAuthenticator authenticator;
    private JsonObject handshake;
    private String passageId;
    private String token;

    /**
     * @param origin where the product is
     * @param appId its app
     */
    public Visitor(String origin, String appId) {
        this.origin = origin;
        this.auth = origin + "/passage/auth/v1/apps/" + appId;
        this.authenticator = SoftwareAuthenticator.at(origin, URI.create(origin).getHost());
    }

    /** Makes the pending account. */
    public void signUp() {
        JsonObject user = post("/users", identifier()).getJsonObject("user");
        passageId = user.getString("id");
    }

    /** Asks for a challenge to register a passkey. */
    public void beginPasskey() {
        handshake = post("/register/webauthn/start", identifier()).getJsonObject("handshake");
    }

    /** Makes the passkey, and is signed in. */
    public void finishPasskey() {
        token = tokenOf(post("/register/webauthn/finish", FinishBody.registration(handshake, authenticator)));
    }

    /** Asks for a challenge to sign in. */
    public void beginLogin() {
        JsonObject started = post("/login/webauthn/start", identifier());
        passageId = started.getJsonObject("user").getString("id");
        handshake = started.getJsonObject("handshake");
    }

    /** Signs in with the passkey. */
    public void finishLogin() {
        token = tokenOf(post("/login/webauthn/finish", FinishBody.login(handshake, authenticator, "")));
    }

    /** Lets the pages set their cookie. */
    public HttpResponse<String> openSession() {
        return Api.send(at("/session").header("Origin", origin).POST(BodyPublishers.noBody()));
    }

    /** The callback of the register page. */
    public HttpResponse<String> callBack(String name) {
        return Api.send(at("/api/user")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(
                        Json.createObjectBuilder().add("name", name).build().toString())));
    }

    /** The caller's row. */
    public HttpResponse<String> row() {
        return Api.send(at("/api/user").GET());
    }

    /** The page that makes a row where there is none. */
    public HttpResponse<String> dashboard() {
        return Api.send(at("/dashboard").GET());
    }

    /** Whether the account has a passkey; not when there is no account either. */
    public boolean hasPasskey() {
        JsonObject answer = Api.json(Api.send(HttpRequest.newBuilder(URI.create(auth + "/users?identifier=" + email))
                .GET()));
        return !answer.isNull("user") && answer.getJsonObject("user").getBoolean("webauthn");
    }

    /** A page of all rows, for administrators; "" begins. */
    public HttpResponse<String> rows(String cursor) {
        return Api.send(at("/api/users?limit=200" + (cursor.isEmpty() ? "" : "&cursor=" + cursor))
                .GET());
    }

    /** Id of the account; null before the server told it. */
    public String passageId() {
        return passageId;
    }

    private HttpRequest.Builder at(String path) {
        return HttpRequest.newBuilder(URI.create(origin + path)).header("Authorization", "Bearer " + token);
    }

    private JsonObjectBuilder identifier() {
        return Json.createObjectBuilder().add("identifier", email);
    }

    private static String tokenOf(JsonObject answer) {
        return answer.getJsonObject("auth_result").getString("auth_token");
    }

    private JsonObject post(String path, JsonObjectBuilder body) {
        HttpResponse<String> answer = Api.send(HttpRequest.newBuilder(URI.create(auth + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.build().toString())));
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return Api.json(answer);
    }
}
