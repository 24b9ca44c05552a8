package io.github.passage4j.it.clients;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.passage4j.it.support.Api;
import io.github.passage4j.it.support.OperatorCommand;
import io.github.passage4j.it.support.Pages;
import io.github.passage4j.it.support.RunScript;
import io.github.passage4j.server.testing.FinishBody;
import io.github.passage4j.server.testing.SoftwareAuthenticator;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The acceptance checklist of Passage's wire contract (Appendix A), a test for each of its lines, over HTTP against the product as
 * {@code ./run} starts it. What is behind a line is tested in detail beside the code.
 */
class AppendixAIT {

    /** The pages' origin is not the server's, as in apps that move here. */
    private static final String ORIGIN = "https://shop.example";

    private static final String RP_ID = "shop.example";
    private static final String WRONG = "111111";

    private static RunScript product;
    private static String auth;
    private static String management;

    private final String email = Pages.newEmail();
    private final SoftwareAuthenticator authenticator = SoftwareAuthenticator.at(ORIGIN, RP_ID);

    @BeforeAll
    static void start() {
        product = new RunScript();
        product.start(Map.of("PASSAGE_ORIGIN", ORIGIN, "PASSAGE_RATE_LIMITS", "off"));
        auth = product.origin() + "/passage/auth/v1/apps/" + product.appId();
        management = product.origin() + "/passage/api/v1/apps/" + product.appId();
    }

    @AfterAll
    static void stop() {
        product.close();
    }

    @Test
    void line01PreflightAllowsTheFourHeadersAndErrorsCarryCorsHeadersToo() {
        HttpResponse<String> preflight = Api.send(at("/currentuser")
                .header("Origin", ORIGIN)
                .header("Access-Control-Request-Method", "GET")
                .header("Access-Control-Request-Headers", "authorization,passage-version,passage-element-version")
                .method("OPTIONS", BodyPublishers.noBody()));
        HttpResponse<String> refusal = Api.send(at("/currentuser").header("Origin", ORIGIN));

        assertThat(preflight.statusCode()).isBetween(200, 204);
        assertThat(header(preflight, "Access-Control-Allow-Origin")).isIn(ORIGIN, "*");
        assertThat(header(preflight, "Access-Control-Allow-Headers").toLowerCase(Locale.ROOT))
                .contains("content-type", "authorization", "passage-version", "passage-element-version");
        assertThat(header(preflight, "Access-Control-Allow-Methods")).contains("GET", "POST", "PATCH", "DELETE");
        assertThat(refusal.statusCode()).isEqualTo(401);
        assertThat(header(refusal, "Access-Control-Allow-Origin")).isIn(ORIGIN, "*");
    }

    @Test
    void line02AppInfoIsComplete() {
        JsonObject app = Api.json(get("")).getJsonObject("app");

        assertThat(app.getString("auth_origin")).isEqualTo(ORIGIN);
        for (String customization : List.of("element_customization", "element_customization_dark")) {
            assertThat(app.getJsonObject(customization)).hasSize(20).allSatisfy((key, value) -> {
                assertThat(key).startsWith("passage_");
                assertThat(value).isNotEqualTo(JsonValue.NULL);
            });
        }
        assertThat(app.getJsonObject("layouts").getJsonArray("registration")).isNotNull();
        assertThat(app.getJsonObject("layouts").getJsonArray("profile")).isNotNull();
        assertThat(app.getJsonArray("user_metadata_schema")).isNotNull();
        assertThat(app.getJsonObject("social_connections")).isEmpty();
        assertThat(app.getJsonObject("auth_methods")).containsOnlyKeys("passkeys", "otp", "magic_link");
    }

    @Test
    void line03UnknownUserIsNullAndNot404() {
        HttpResponse<String> answer = get("/users?identifier=" + email);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Api.json(answer)).containsEntry("user", JsonValue.NULL);
    }

    @Test
    void line04SignUpIsRepeatableForPendingUsers() {
        String first = signUp();

        HttpResponse<String> again = post("/users", identifier());

        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(Api.json(again).getJsonObject("user").getString("id")).isEqualTo(first);
        assertThat(Api.json(again).getJsonObject("user").getString("status")).isEqualTo("pending");
    }

    @Test
    void line04SignUpSaysWhenItIsClosed() {
        String closed = new OperatorCommand(product)
                .run("app", "create", "--name", "Closed", "--origin", ORIGIN, "--sign-up", "false")
                .out()
                .strip();
        URI app = URI.create(auth.replace(product.appId(), closed));

        HttpResponse<String> refusal = Api.send(HttpRequest.newBuilder(URI.create(app + "/users"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(identifier())));

        assertThat(refusal.statusCode()).isEqualTo(403);
        assertThat(Api.json(refusal).getString("error")).startsWith("Public signup");
        assertThat(Api.json(Api.send(HttpRequest.newBuilder(app)))
                        .getJsonObject("app")
                        .getBoolean("public_signup"))
                .isFalse();
    }

    @Test
    void line05StartsNameTheUserAndTheirHandshakesCountOnce() {
        String user = signUp();

        JsonObject started = Api.json(post("/register/webauthn/start", identifier()));
        String passkey = FinishBody.registration(started.getJsonObject("handshake"), authenticator)
                .add("user_id", user)
                .build()
                .toString();
        HttpResponse<String> first = post("/register/webauthn/finish", passkey);
        HttpResponse<String> second = post("/register/webauthn/finish", passkey);

        assertThat(started.getJsonObject("user").getString("id")).isEqualTo(user);
        JsonObject options =
                started.getJsonObject("handshake").getJsonObject("challenge").getJsonObject("publicKey");
        assertThat(options.getString("challenge")).matches("[A-Za-z0-9_-]{43,}");
        assertThat(new String(
                        Base64.getUrlDecoder()
                                .decode(options.getJsonObject("user").getString("id")),
                        StandardCharsets.UTF_8))
                .isEqualTo(user);
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(400);
        JsonObject discoverable = Api.json(post("/login/webauthn/start", "{}"))
                .getJsonObject("handshake")
                .getJsonObject("challenge")
                .getJsonObject("publicKey");
        assertThat(discoverable.getOrDefault("allowCredentials", JsonValue.EMPTY_JSON_ARRAY))
                .isEqualTo(JsonValue.EMPTY_JSON_ARRAY);
        assertThat(discoverable.getInt("timeout")).isGreaterThanOrEqualTo(60_000);
    }

    @Test
    void line06RedirectUrlIsNeverBlank() {
        assertThat(register().getString("redirect_url")).isEqualTo("/dashboard");
        assertThat(byCode().getString("redirect_url")).isEqualTo("/dashboard");
        assertThat(byLink().getString("redirect_url")).isEqualTo("/dashboard");
    }

    @Test
    void line07LinkStatusIs404UntilActivatedAndLinksHaveOneQuestionMark() {
        signUp();
        String asked = """
                {"identifier": "%s", "magic_link_path": "/login?from=mail#top"}""".formatted(email);
        String id = Api.json(post("/login/magic-link", asked))
                .getJsonObject("magic_link")
                .getString("id");
        String status = Json.createObjectBuilder().add("id", id).build().toString();
        String link = mail().getString("magic_link");

        HttpResponse<String> waiting = post("/magic-link/status", status);
        HttpResponse<String> activated = activate(tokenIn(link));
        HttpResponse<String> waited = post("/magic-link/status", status);

        assertThat(link).startsWith(ORIGIN + "/login?from=mail&psg_magic_link=").endsWith("#top");
        assertThat(link.chars().filter(c -> c == '?')).hasSize(1);
        assertRefused(waiting, 404, "magic_link_not_found");
        assertThat(activated.statusCode()).isEqualTo(200);
        assertThat(waited.statusCode()).isEqualTo(200);
        assertThat(Api.json(waited).getJsonObject("auth_result").getString("auth_token"))
                .isNotBlank();
        assertRefused(activate(tokenIn(link)), 404, "magic_link_not_found");
        assertRefused(activate("ml.garbage"), 404, "magic_link_not_found");
    }

    @Test
    void line08CodesHaveSixDigitsAnd401IsForTooManyTriesOnly() {
        signUp();
        String id = Api.json(post("/login/otp", identifier())).getString("otp_id");
        String code = mail().getString("otp");

        assertThat(code).matches("[0-9]{6}");
        String wrong = code.equals(WRONG) ? "222222" : WRONG;
        for (int attempt = 1; attempt < 5; attempt++) {
            assertThat(tryCode(id, wrong).statusCode()).as("try " + attempt).isEqualTo(400);
        }
        assertRefused(tryCode(id, wrong), 401, "exceeded_attempts");
        assertRefused(tryCode(id, code), 401, "exceeded_attempts");
        assertThat(tryCode("aaaaaaaaaaaaaaaaaaaaaaaa", code).statusCode()).isEqualTo(404);
    }

    @Test
    void line09LoginByCodeAndLinkAcceptsPendingUsers() {
        signUp();

        assertThat(post("/login/otp", identifier()).statusCode()).isEqualTo(201);
        assertThat(post("/login/magic-link", identifier()).statusCode()).isEqualTo(200);
    }

    @Test
    void line10SigningOutIsIdempotent() {
        String refresh = register().getString("refresh_token");

        for (String token : List.of(refresh, refresh, "unknown")) {
            HttpResponse<String> answer =
                    Api.send(at("/tokens?refresh_token=" + token).DELETE());
            assertThat(answer.statusCode()).isEqualTo(200);
        }
        assertThat(post("/tokens", "{\"refresh_token\": \"" + refresh + "\"}").statusCode())
                .isEqualTo(401);
    }

    @Test
    void line11TokensAndKeysSuitEveryVerifier() {
        String user = signUp();
        List<String> token = List.of(byCode().getString("auth_token").split("\\.", 3));
        JsonObject head = decoded(token.get(0));
        JsonObject claims = decoded(token.get(1));
        JsonArray keys = Api.json(get("/.well-known/jwks.json")).getJsonArray("keys");

        assertThat(head.getString("alg")).isEqualTo("RS256");
        assertThat(head.getString("typ")).isEqualTo("JWT");
        assertThat(claims.getJsonArray("aud").getValuesAs(JsonString::getString))
                .containsExactly(ORIGIN, product.appId());
        assertThat(claims.getString("sub")).isEqualTo(user);
        assertThat(claims.getJsonNumber("exp").longValue())
                .isGreaterThan(claims.getJsonNumber("iat").longValue());
        assertThat(claims.getJsonNumber("nbf").longValue())
                .isLessThanOrEqualTo(claims.getJsonNumber("iat").longValue());
        assertThat(keys.getValuesAs(JsonObject.class))
                .allSatisfy(key -> {
                    assertThat(key).containsOnlyKeys("alg", "kty", "use", "kid", "n", "e");
                    assertThat(key.getString("alg")).isEqualTo("RS256");
                    assertThat(key.getString("use")).isEqualTo("sig");
                })
                .extracting(key -> key.getString("kid"))
                .contains(head.getString("kid"));
    }

    @Test
    void line12ManagementAnswersAsTheServerSdksNeedIt() {
        HttpResponse<String> created = manage("POST", "/users", "{\"email\": \"" + email + "\", \"phone\": null}");
        HttpResponse<String> link = manage("POST", "/magic-links", """
                {"email": "%s", "channel": "email", "send": false, "type": "login", "language": null, "ttl": null}""".formatted(email));
        JsonObject user = Api.json(created).getJsonObject("user");

        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(link.statusCode()).isEqualTo(201);
        assertThat(header(created, "Content-Type")).contains("json");
        assertThat(user)
                .containsOnlyKeys(
                        "id",
                        "external_id",
                        "email",
                        "email_verified",
                        "phone",
                        "phone_verified",
                        "status",
                        "created_at",
                        "updated_at",
                        "last_login_at",
                        "login_count",
                        "user_metadata",
                        "webauthn",
                        "webauthn_types",
                        "webauthn_devices",
                        "social_connections",
                        "recent_events");
        for (String time : List.of("created_at", "updated_at", "last_login_at")) {
            assertThat(OffsetDateTime.parse(user.getString(time))).as(time).isNotNull();
        }
        assertThat(Api.json(link).getJsonObject("magic_link"))
                .containsOnlyKeys(
                        "id",
                        "app_id",
                        "user_id",
                        "identifier",
                        "type",
                        "activated",
                        "redirect_url",
                        "secret",
                        "ttl",
                        "url");
        assertThat(found(email)).isEqualTo(1);
        assertThat(found(email.substring(0, email.length() - 1))).isZero();
        assertRefused(manage("POST", "/users", "{\"email\": \"" + email + "\"}"), 400, "invalid_request");
        assertRefused(manage("GET", "/users/aaaaaaaaaaaaaaaaaaaaaaaa", ""), 404, "user_not_found");
        assertRefused(
                Api.send(HttpRequest.newBuilder(URI.create(management + "/users/x"))), 401, "invalid_access_token");
    }

    @Test
    void line13TextsAndPhoneValidatorAreServedHere() {
        for (String language : List.of("de", "en", "es", "fr", "it", "pl", "pt", "zh")) {
            HttpResponse<String> texts = file("/passage/locales/" + language + ".json");
            assertThat(texts.statusCode()).isEqualTo(200);
            assertThat(Api.json(texts).getString("continue")).isNotBlank();
            assertThat(header(texts, "Access-Control-Allow-Origin")).isIn(ORIGIN, "*");
        }
        assertThat(file("/passage/locales/tlh.json").statusCode()).isEqualTo(404);
        assertThat(file("/passage/compat.js").statusCode()).isEqualTo(200);
        for (String part : List.of("phone-validator.js", "intl-tel-input/js/utils.js")) {
            HttpResponse<String> served = file("/passage/vendor/" + part);
            assertThat(served.statusCode()).as(part).isEqualTo(200);
            assertThat(header(served, "Access-Control-Allow-Origin")).as(part).isIn(ORIGIN, "*");
        }
        assertThat(file("/passage/vendor/intl-tel-input/LICENSE").statusCode()).isEqualTo(200);
    }

    private String signUp() {
        return Api.json(post("/users", identifier())).getJsonObject("user").getString("id");
    }

    private JsonObject register() {
        signUp();
        JsonObject handshake =
                Api.json(post("/register/webauthn/start", identifier())).getJsonObject("handshake");
        return result(post(
                "/register/webauthn/finish",
                FinishBody.registration(handshake, authenticator).build().toString()));
    }

    private JsonObject byCode() {
        String id = Api.json(post("/login/otp", identifier())).getString("otp_id");
        return result(tryCode(id, mail().getString("otp")));
    }

    private JsonObject byLink() {
        post("/login/magic-link", identifier());
        return result(activate(tokenIn(mail().getString("magic_link"))));
    }

    private static JsonObject result(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
        return Api.json(answer).getJsonObject("auth_result");
    }

    private static HttpResponse<String> tryCode(String id, String code) {
        return post(
                "/otp/activate",
                Json.createObjectBuilder()
                        .add("otp", code)
                        .add("otp_id", id)
                        .build()
                        .toString());
    }

    private static HttpResponse<String> activate(String token) {
        return Api.send(at("/magic-link/activate")
                .header("Content-Type", "application/json")
                .method("PATCH", BodyPublishers.ofString("{\"magic_link\": \"" + token + "\"}")));
    }

    private static String tokenIn(String link) {
        return link.replaceAll(".*psg_magic_link=([^&#]*).*", "$1");
    }

    private int found(String identifier) {
        return Api.json(manage("GET", "/users?limit=1&identifier=" + identifier, ""))
                .getJsonArray("users")
                .size();
    }

    private String identifier() {
        return Json.createObjectBuilder().add("identifier", email).build().toString();
    }

    /** The newest message to this test's address. */
    private JsonObject mail() {
        String outbox = file("/passage/outbox.json").body();
        try (JsonReader reader = Json.createReader(new StringReader(outbox))) {
            return reader.readArray().getValuesAs(JsonObject.class).stream()
                    .filter(mail -> mail.getString("to").equals(email))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static void assertRefused(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(Api.json(answer).getString("code")).isEqualTo(code);
        assertThat(Api.json(answer).getString("error")).isNotBlank();
    }

    private static JsonObject decoded(String part) {
        String json = new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static HttpResponse<String> manage(String method, String path, String body) {
        return Api.send(HttpRequest.newBuilder(URI.create(management + path))
                .header("Authorization", "Bearer " + product.apiKey())
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
    }

    private static HttpResponse<String> file(String path) {
        return Api.send(HttpRequest.newBuilder(URI.create(product.origin() + path))
                .header("Origin", path.contains("outbox") ? product.origin() : ORIGIN));
    }

    private static HttpResponse<String> get(String path) {
        return Api.send(at(path).header("Passage-Version", "@passageidentity/passage-js 4.1.2"));
    }

    private static HttpResponse<String> post(String path, String body) {
        return Api.send(at(path).header("Content-Type", "application/json")
                .header("Passage-Version", "@passageidentity/passage-js 4.1.2")
                .POST(BodyPublishers.ofString(body)));
    }

    private static HttpRequest.Builder at(String path) {
        return HttpRequest.newBuilder(URI.create(auth + path));
    }
}
