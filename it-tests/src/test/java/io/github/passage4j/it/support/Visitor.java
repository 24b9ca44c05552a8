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
    private String refreshToken;

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
        keep(Api.json(expectSuccess(sendPasskey(passkey()))));
    }

    /** Asks for a challenge to sign in. */
    public void beginLogin() {
        JsonObject started = post("/login/webauthn/start", identifier());
        passageId = started.getJsonObject("user").getString("id");
        handshake = started.getJsonObject("handshake");
    }

    /** Signs in with the passkey. */
    public void finishLogin() {
        keep(Api.json(expectSuccess(sendLogin(login()))));
    }

    /** What makes the passkey, once for every time that it is sent. */
    public String passkey() {
        return FinishBody.registration(handshake, authenticator).build().toString();
    }

    /** Sends what makes a passkey. */
    public HttpResponse<String> sendPasskey(String passkey) {
        return send("/register/webauthn/finish", passkey);
    }

    /** What signs in, once for every time that it is sent. */
    public String login() {
        return FinishBody.login(handshake, authenticator, "").build().toString();
    }

    /** Sends what signs in. */
    public HttpResponse<String> sendLogin(String login) {
        return send("/login/webauthn/finish", login);
    }

    /** The refresh token of the last sign-in. */
    public String refreshToken() {
        return refreshToken;
    }

    /** Exchanges a refresh token, in whichever tab. */
    public HttpResponse<String> refresh(String refresh) {
        return send(
                "/tokens",
                Json.createObjectBuilder().add("refresh_token", refresh).build().toString());
    }

    /** Signs out. */
    public HttpResponse<String> revoke(String refresh) {
        return Api.send(HttpRequest.newBuilder(URI.create(auth + "/tokens?refresh_token=" + refresh))
                .DELETE());
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

    public String email() {
        return email;
    }

    /** The auth token of the last sign-in. */
    public String token() {
        return token;
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

    private void keep(JsonObject answer) {
        JsonObject result = answer.getJsonObject("auth_result");
        token = result.getString("auth_token");
        refreshToken = result.getString("refresh_token");
    }

    private JsonObject post(String path, JsonObjectBuilder body) {
        return Api.json(expectSuccess(send(path, body.build().toString())));
    }

    private static HttpResponse<String> expectSuccess(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return answer;
    }

    private HttpResponse<String> send(String path, String body) {
        return Api.send(HttpRequest.newBuilder(URI.create(auth + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }
}
