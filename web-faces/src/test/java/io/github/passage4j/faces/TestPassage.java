package io.github.passage4j.faces;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.passage4j.core.config.PassageConfig;
import io.github.passage4j.core.management.AuthApi;
import io.github.passage4j.core.management.HttpOwnAccount;
import io.github.passage4j.core.management.HttpPassageApp;
import io.github.passage4j.core.management.HttpPassageUsers;
import io.github.passage4j.core.management.ManagementApi;
import io.github.passage4j.core.management.OwnAccount;
import io.github.passage4j.core.management.PassageApp;
import io.github.passage4j.core.management.PassageUsers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A Passage with one account, played over HTTP to the real clients. Calls are named by method, API and path, such as {@code GET api /users/ada}; every
 * call that the test has said nothing about goes well.
 */
public final class TestPassage implements AutoCloseable {

    public static final String ADA = "user-ada";

    private static final String ACCOUNT = """
            {"user":{"id":"user-ada","external_id":"","email":"ada@shop.example","email_verified":true,"phone":"","phone_verified":false,
            "status":"active","created_at":"2026-01-01T00:00:00Z","updated_at":"2026-01-02T00:00:00Z",
            "last_login_at":"2026-01-03T00:00:00Z","login_count":3,"user_metadata":{"nickname":"Countess"},"webauthn":true,
            "webauthn_types":[],"webauthn_devices":[{"id":"device-1","cred_id":"cred-1","friendly_name":"Laptop","usage_count":2,
            "created_at":"2026-01-01T00:00:00Z","updated_at":"2026-01-01T00:00:00Z","last_login_at":"2026-01-03T00:00:00Z"}],
            "social_connections":{},"recent_events":[{"id":"event-1","type":"login_passkey","action":"login","status":"complete",
            "created_at":"2026-01-03T00:00:00Z","ip_addr":"192.0.2.1","user_agent":"Browser/1"}]}}""";

    private static final String APP = """
            {"app":{"id":"TestApp00000000000000001","user_metadata_schema":[
            {"field_name":"nickname","friendly_name":"Nickname","type":"string","profile":true},
            {"field_name":"age","friendly_name":"Age","type":"integer","profile":true},
            {"field_name":"internal","friendly_name":"Internal","type":"string","profile":false}]}}""";

    private static final String SESSIONS =
            "{\"sessions\":[{\"id\":\"session-1\",\"current\":true},{\"id\":\"session-2\"}]}";

    private final HttpServer server;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final PassageConfig config;
    private final PassageUsers users;

    public TestPassage() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
        config =
                TestConfig.withPassage("http://127.0.0.1:" + server.getAddress().getPort());
        users = new HttpPassageUsers(config);
        answers.put("GET auth /currentuser", new Answer(200, ACCOUNT));
        answers.put("GET api /users/" + ADA, new Answer(200, ACCOUNT));
        answers.put("GET auth ", new Answer(200, APP));
        answers.put("GET auth /currentuser/sessions", new Answer(200, SESSIONS));
    }

    /** From now on there is no such account. */
    public void forgets(String passageId) {
        answers("GET auth /currentuser", 401, "invalid_access_token");
        answers("GET auth /currentuser/sessions", 401, "invalid_access_token");
        for (String call : List.of("GET", "DELETE")) {
            answers(call + " api /users/" + passageId, 404, "user_not_found");
        }
    }

    /** Refuses a call, or fails at it. */
    public void answers(String call, int status, String code) {
        answers.put(call, new Answer(status, "{\"code\":\"" + code + "\",\"error\":\"no\"}"));
    }

    /** From now on the passkey is one from before the address was verified. */
    public void doubtsThePasskey() {
        answers.put(
                "GET auth /currentuser",
                new Answer(200, ACCOUNT.replace("\"usage_count\"", "\"unconfirmed\":true,\"usage_count\"")));
    }

    /** The changes that were asked for, with their bodies. */
    public List<String> changes() {
        return asked.stream().filter(call -> !call.startsWith("GET")).toList();
    }

    public PassageUsers users() {
        return users;
    }

    public OwnAccount ownAccount() {
        return new HttpOwnAccount(new AuthApi(config));
    }

    public PassageApp app() {
        return new HttpPassageApp(new ManagementApi(config), new AuthApi(config));
    }

    private void answer(HttpExchange exchange) throws IOException {
        String[] path = exchange.getRequestURI().getPath().split("/", 6);
        String call = exchange.getRequestMethod() + " " + path[1] + " " + (path.length > 5 ? "/" + path[5] : "");
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(body.isEmpty() ? call : call + " " + body);
        Answer answer = answers.getOrDefault(call, new Answer(200, "{}"));
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(answer.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private record Answer(int status, String body) {}
}
