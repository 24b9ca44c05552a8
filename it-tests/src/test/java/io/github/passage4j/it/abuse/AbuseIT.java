package io.github.passage4j.it.abuse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.passage4j.it.support.Api;
import io.github.passage4j.it.support.Crowd;
import io.github.passage4j.it.support.Pages;
import io.github.passage4j.it.support.RunScript;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people with bad intentions try, against the product as it runs on PostgreSQL, in strict mode and behind a proxy. */
class AbuseIT {

    private static final int AT_ONCE = 20;

    /** Every test comes from a network of its own, so that none is limited for another. */
    private static final AtomicInteger NETWORKS = new AtomicInteger();

    private static EmbeddedPostgres postgres;
    private static RunScript product;
    private static String password;

    private final String email = newEmail();
    private String client = "203.0.113." + NETWORKS.incrementAndGet();
    private String passageId;

    @BeforeAll
    static void startProduct() throws IOException, SQLException {
        postgres = EmbeddedPostgres.builder()
                .setServerConfig("listen_addresses", "127.0.0.1")
                .start();
        password = UUID.randomUUID().toString();
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE ROLE passage LOGIN PASSWORD '" + password + "'");
            statement.execute("CREATE DATABASE passage OWNER passage");
        }
        product = new RunScript();
        product.start(Map.of(
                "PASSAGE_DB_URL",
                url(),
                "PASSAGE_DB_USER",
                "passage",
                "PASSAGE_DB_PASSWORD",
                password,
                "PASSAGE_STRICT",
                "on",
                "PASSAGE_TRUSTED_PROXIES",
                "127.0.0.1, ::1"));
    }

    @AfterAll
    static void stopProduct() throws IOException {
        product.close();
        postgres.close();
    }

    @BeforeEach
    void signUp() {
        passageId = Api.json(post("/users", Json.createObjectBuilder().add("identifier", email)))
                .getJsonObject("user")
                .getString("id");
    }

    /** In the form in which the server keeps it. */
    private static String newEmail() {
        return Pages.newEmail().toLowerCase(Locale.ROOT);
    }

    private static String url() {
        return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/passage";
    }

    private static String auth(String path) {
        return product.origin() + "/passage/auth/v1/apps/" + product.appId() + path;
    }

    private HttpResponse<String> post(String path, JsonObjectBuilder body) {
        return send("POST", path, body);
    }

    private HttpResponse<String> send(String method, String path, JsonObjectBuilder body) {
        return send(method, path, BodyPublishers.ofString(body.build().toString()));
    }

    private HttpResponse<String> send(String method, String path, HttpRequest.BodyPublisher body) {
        return Api.send(HttpRequest.newBuilder(URI.create(auth(path)))
                .header("Content-Type", "application/json")
                .header("User-Agent", "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0")
                .header("X-Forwarded-For", "198.51.100.1, " + client)
                .method(method, body));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /users",
                "POST /register/webauthn/start",
                "POST /register/webauthn/finish",
                "POST /login/webauthn/start",
                "POST /login/webauthn/finish",
                "POST /register/magic-link",
                "POST /login/magic-link",
                "PATCH /magic-link/activate",
                "POST /magic-link/status",
                "POST /register/otp",
                "POST /login/otp",
                "POST /otp/activate",
                "POST /tokens"
            })
    void bodiesThatAreNoCommandAreTheCallersFault(String call) {
        int gap = call.indexOf(' ');
        String method = call.substring(0, gap);
        String path = call.substring(gap + 1);

        for (String body :
                List.of("null", "[]", "{", "{\"identifier\":\"a@b.example\",\"identifier\":\"c@d.example\"}")) {
            client = "203.0.113." + NETWORKS.incrementAndGet();
            HttpResponse<String> answer = send(method, path, BodyPublishers.ofString(body));
            assertThat(answer.statusCode()).as(body).isEqualTo(400);
            assertThat(answer.body()).as(body).contains("\"invalid_request\"", "body: ");
        }
        client = "203.0.113." + NETWORKS.incrementAndGet();
        assertThat(send(method, path, BodyPublishers.noBody()).statusCode()).isEqualTo(400);
        assertThat(send(method, path, BodyPublishers.ofString("{\"x\":\"" + "x".repeat(65_536) + "\"}"))
                        .statusCode())
                .isEqualTo(413);
    }

    private HttpResponse<String> askForCode(String identifier) {
        return post("/login/otp", Json.createObjectBuilder().add("identifier", identifier));
    }

    private HttpResponse<String> tryCode(String id, String code) {
        return post(
                "/otp/activate", Json.createObjectBuilder().add("otp_id", id).add("otp", code));
    }

    private JsonObject mail() {
        HttpResponse<String> outbox =
                Api.send(HttpRequest.newBuilder(URI.create(product.origin() + "/passage/outbox.json")));
        try (JsonReader reader = Json.createReader(new StringReader(outbox.body()))) {
            return reader.readArray().getValuesAs(JsonObject.class).stream()
                    .filter(entry -> entry.getString("to").equals(email))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private HttpResponse<String> manage(String method, String path) {
        URI user =
                URI.create(product.origin() + "/passage/api/v1/apps/" + product.appId() + "/users/" + passageId + path);
        return Api.send(HttpRequest.newBuilder(user)
                .header("Authorization", "Bearer " + product.apiKey())
                .method(method, BodyPublishers.noBody()));
    }

    private List<JsonObject> events() {
        return Api.json(manage("GET", ""))
                .getJsonObject("user")
                .getJsonArray("recent_events")
                .getValuesAs(JsonObject.class);
    }

    private static long count(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(), "passage", password);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(), "passage", password);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<Integer> statuses(List<HttpResponse<String>> answers) {
        return answers.stream().map(HttpResponse::statusCode).toList();
    }

    @Test
    void aCodeWorksOnceForTwentyAtOnce() {
        String id = Api.json(askForCode(email)).getString("otp_id");
        String code = mail().getString("otp");

        List<Integer> statuses = statuses(Crowd.of(AT_ONCE, () -> tryCode(id, code)));

        assertThat(statuses).containsOnlyOnce(200);
        assertThat(statuses).containsOnly(200, 404);
    }

    @Test
    void twentyGuessesAtOnceAreFiveAndTheCodeIsDead() {
        String id = Api.json(askForCode(email)).getString("otp_id");
        String code = mail().getString("otp");

        List<Integer> statuses = statuses(Crowd.of(AT_ONCE, () -> tryCode(id, "no code")));

        assertThat(statuses).filteredOn(status -> status == 400).hasSize(4);
        assertThat(statuses).containsOnly(400, 401);
        assertThat(tryCode(id, code).statusCode()).isEqualTo(401);
    }

    @Test
    void aLinkWorksOnceForTwentyAtOnce() {
        post("/login/magic-link", Json.createObjectBuilder().add("identifier", email));
        String link = mail().getString("magic_link");
        String token = link.substring(link.indexOf("psg_magic_link=") + "psg_magic_link=".length());

        List<Integer> statuses = statuses(Crowd.of(
                AT_ONCE,
                () -> send(
                        "PATCH",
                        "/magic-link/activate",
                        Json.createObjectBuilder().add("magic_link", token))));

        assertThat(statuses).containsOnlyOnce(200);
        assertThat(statuses).containsOnly(200, 404);
    }

    @Test
    void whoAsksForMoreAndMoreCodesIsRefusedAndOthersAreNot() {
        List<HttpResponse<String>> answers = Crowd.of(AT_ONCE, () -> askForCode(email));

        assertThat(statuses(answers)).containsOnly(201, 429);
        assertThat(statuses(answers)).filteredOn(status -> status == 201).hasSize(6);
        HttpResponse<String> refused = askForCode(email);
        assertThat(refused.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(500L, 600L);
        assertThat(refused.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        assertThat(Api.json(refused).getString("code")).isEqualTo("operation_not_allowed");
        client = "203.0.113.200";
        assertThat(askForCode(email).statusCode()).isEqualTo(201);
    }

    @Test
    void whoHasNoAccountIsAnsweredAndLimitedAlike() {
        List<List<Integer>> fates = List.of(email, newEmail()).stream()
                .map(identifier -> {
                    String id = Api.json(askForCode(identifier)).getString("otp_id");
                    return IntStream.range(0, 12)
                            .mapToObj(i -> i < 6 ? tryCode(id, "no code") : askForCode(identifier))
                            .map(HttpResponse::statusCode)
                            .toList();
                })
                .toList();

        assertThat(fates.get(0)).isEqualTo(List.of(400, 400, 400, 400, 401, 401, 201, 201, 201, 201, 201, 429));
        assertThat(fates.get(1)).isEqualTo(fates.get(0));
    }

    @Test
    void eventsTellTheClientBehindTheProxyAndGoWithTheUser() throws SQLException {
        String id = Api.json(askForCode(email)).getString("otp_id");
        tryCode(id, "no code");
        tryCode(id, mail().getString("otp"));

        assertThat(events())
                .extracting(event -> event.getString("type") + " " + event.getString("status"))
                .containsExactly("register_otp complete", "login_otp incomplete", "sign_up incomplete");
        assertThat(events()).allSatisfy(event -> {
            assertThat(event.getString("ip_addr")).isEqualTo(client);
            assertThat(event.getString("user_agent_display")).isEqualTo("Firefox on Linux");
        });
        manage("DELETE", "");
        assertThat(count("SELECT COUNT(*) FROM passage_user_event WHERE user_id = '" + passageId + "'"))
                .isZero();
    }

    @Test
    void aSignInThatCanNotBeToldDoesNotHappen() throws SQLException {
        String id = Api.json(askForCode(email)).getString("otp_id");
        String code = mail().getString("otp");
        execute("ALTER TABLE passage_user_event RENAME TO away");
        try {
            assertThat(tryCode(id, code).statusCode()).isEqualTo(500);
        } finally {
            execute("ALTER TABLE away RENAME TO passage_user_event");
        }

        assertThat(count("SELECT login_count FROM passage_user WHERE id = '" + passageId + "'"))
                .isZero();
        assertThat(count("SELECT COUNT(*) FROM passage_refresh_family WHERE user_id = '" + passageId + "'"))
                .isZero();
    }

    @Test
    void anAccountThatCanNotBeToldIsNotMade() throws SQLException {
        String other = newEmail();
        execute("ALTER TABLE passage_user_event RENAME TO away");
        try {
            assertThat(post("/users", Json.createObjectBuilder().add("identifier", other))
                            .statusCode())
                    .isEqualTo(500);
        } finally {
            execute("ALTER TABLE away RENAME TO passage_user_event");
        }

        assertThat(count("SELECT COUNT(*) FROM passage_user WHERE email = '" + other + "'"))
                .isZero();
    }
}
