package io.github.passage4j.core.management;

import io.github.passage4j.core.LocalServer;
import io.github.passage4j.core.MovableClock;
import io.github.passage4j.core.TestConfig;
import io.github.passage4j.core.token.TestTokens;

/** A server that answers as it is told, and the clients that ask it. */
final class FakePassage implements AutoCloseable {

    static final String BASE = "/api/v1/apps/" + TestConfig.APP_ID;
    static final String ADA = TestTokens.ADA;

    /** The example of the Management API's description, complete. */
    static final String ADA_JSON = """
            {"id":"u5RnV8sLq2KdT0yHb7MwXc3e","external_id":"crm-7","email":"ada@shop.example","email_verified":true,"phone":"","phone_verified":false,
             "status":"active","created_at":"2025-03-04T05:06:07.089123Z","updated_at":"2025-05-01T10:00:00.000000Z","last_login_at":"2025-06-01T08:30:00.000000Z",
             "login_count":7,"user_metadata":{"first_name":"Ada","age":36},"webauthn":true,"webauthn_types":["passkey"],
             "webauthn_devices":[{"id":"d3FgHjKl5ZxCvBn7QwErTy9u","cred_id":"AbC","friendly_name":"Chrome on Linux","type":"passkey","usage_count":4,
               "created_at":"2025-03-04T05:06:08.100000Z","updated_at":"2025-06-01T08:30:00.000000Z","last_login_at":"2025-06-01T08:30:00.000000Z","icons":{"light":"data:image/svg+xml,x","dark":null}}],
             "social_connections":{"github":{"provider_id":"17","provider_identifier":"ada","created_at":"2025-03-04T05:06:07Z","last_login_at":"2025-03-04T05:06:07Z"}},
             "recent_events":[{"id":"e1RtY7uIo3PaSd9FgHj5KlZx","action":"login","status":"complete","type":"login_passkey","created_at":"2025-06-01T08:29:58.000000Z",
               "completed_at":null,"ip_addr":"203.0.113.7","user_agent":"Mozilla/5.0","user_agent_display":"Chrome","social_login_type":null}]}""";

    final LocalServer server = new LocalServer();
    final MovableClock clock = new MovableClock(TestTokens.NOW);
    final ManagementApi api = new ManagementApi(TestConfig.passageAt(server.address()));
    final AuthApi auth = new AuthApi(TestConfig.passageAt(server.address()));
    final HttpPassageUsers users = new HttpPassageUsers(api, clock);

    void answers(int status, String body) {
        server.behave(LocalServer.json(status, body));
    }

    void answersAda() {
        answers(200, "{\"user\":" + ADA_JSON + "}");
    }

    LocalServer.Received lastRequest() {
        return server.requests().get(server.requests().size() - 1);
    }

    @Override
    public void close() {
        server.close();
    }
}
