package io.github.passage4j.core.management;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;

/** Sessions over HTTP. Thread-safe. */
@ApplicationScoped
public class HttpPassageSessions implements PassageSessions {

    private final AuthApi api;

    @Inject
    public HttpPassageSessions(AuthApi api) {
        this.api = api;
    }

    @SuppressWarnings("NullAway") // only the proxy of the container uses it
    protected HttpPassageSessions() {
        this.api = null;
    }

    @Override
    public RefreshedTokens refresh(String refreshToken) {
        JsonObject body =
                Json.createObjectBuilder().add("refresh_token", refreshToken).build();
        return RefreshedTokens.from(ManagementAnswer.member(
                PassageCalls.call(() -> api.change("POST", "/tokens", null, body)), "auth_result"));
    }

    @Override
    public void end(String refreshToken) {
        String path = "/tokens?refresh_token=" + PassageCalls.encode(refreshToken);
        PassageCalls.call(() -> api.change("DELETE", path, null, null));
    }
}
