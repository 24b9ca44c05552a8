package io.github.passage4j.core.management;

import io.github.passage4j.core.config.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The caller's own account over HTTP. Thread-safe. */
@ApplicationScoped
public class HttpOwnAccount implements OwnAccount {

    private static final String ROOT = "/currentuser";
    private static final String DEVICES = ROOT + "/devices";
    private static final String SESSIONS = ROOT + "/sessions";

    private final AuthApi api;

    @Inject
    public HttpOwnAccount(AuthApi api) {
        this.api = api;
    }

    @SuppressWarnings("NullAway") // only the proxy of the container uses it
    protected HttpOwnAccount() {
        this.api = null;
    }

    @Override
    public PassageUser get(Secret token) {
        return PassageUser.from(ManagementAnswer.member(read(ROOT, token), "user"));
    }

    @Override
    public void changeEmail(Secret token, String email, String language, String redirectUrl) {
        change(
                "PATCH",
                ROOT + "/email",
                token,
                Json.createObjectBuilder()
                        .add("new_email", email)
                        .add("language", language)
                        .add("redirect_url", redirectUrl)
                        .build());
    }

    @Override
    public void changeMetadata(Secret token, JsonObject values) {
        change(
                "PATCH",
                ROOT + "/user-metadata",
                token,
                Json.createObjectBuilder().add("user_metadata", values).build());
    }

    @Override
    public JsonObject startPasskey(Secret token) {
        return change("POST", DEVICES + "/start", token, JsonValue.EMPTY_JSON_OBJECT);
    }

    @Override
    public void finishPasskey(Secret token, JsonObject answer) {
        change("POST", DEVICES + "/finish", token, answer);
    }

    @Override
    public void renamePasskey(Secret token, String deviceId, String name) {
        change(
                "PATCH",
                device(deviceId),
                token,
                Json.createObjectBuilder().add("friendly_name", name).build());
    }

    @Override
    public void removePasskey(Secret token, String deviceId) {
        change("DELETE", device(deviceId), token, null);
    }

    @Override
    public void confirmPasskeys(Secret token) {
        change("POST", DEVICES + "/confirm", token, null);
    }

    @Override
    public List<OwnSession> sessions(Secret token) {
        try {
            return Wire.objects(read(SESSIONS, token), "sessions", OwnSession::from);
        } catch (PassageApiException e) {
            if (e.isNotFound()) {
                return List.of();
            }
            throw e;
        }
    }

    @Override
    public void endSession(Secret token, String sessionId) {
        change("DELETE", SESSIONS + "/" + PassageCalls.segment("sessionId", sessionId), token, null);
    }

    private static String device(String deviceId) {
        return DEVICES + "/" + PassageCalls.segment("deviceId", deviceId);
    }

    private JsonObject read(String path, Secret token) {
        return PassageCalls.call(() -> api.read(path, token));
    }

    private JsonObject change(String method, String path, Secret token, @Nullable JsonObject body) {
        return PassageCalls.call(() -> api.change(method, path, token, body));
    }
}
