package io.github.passage4j.it.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.passage4j.it.support.Api;
import io.github.passage4j.it.support.OperatorCommand;
import io.github.passage4j.it.support.OperatorCommand.Result;
import io.github.passage4j.it.support.RunScript;
import io.github.passage4j.it.support.Visitor;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code java -jar passage-server.war} beside the running product, and what two apps of one server have in common: nothing. */
class OperatorCommandIT {

    private static RunScript product;
    private static String second;

    @TempDir
    private Path directory;

    @BeforeAll
    static void startProduct() {
        product = new RunScript();
        product.start();
        second = run("app", "create", "--name", "Second", "--origin", product.origin())
                .out()
                .strip();
    }

    @AfterAll
    static void stopProduct() {
        product.close();
    }

    @Test
    void helpsAndTellsApartWhatWentWrong() {
        assertThat(run("--help").code()).isZero();
        assertThat(run("--help").out()).contains("app", "api-key", "keys", "user", "export", "import");
        assertThat(run("app", "create", "--help").out()).contains("--origin");
        assertThat(run().code()).isEqualTo(2);
        assertThat(run("app", "destroy").code()).isEqualTo(2);
        Result refused = run("app", "create", "--name", "x", "--origin", "nowhere");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.out()).contains("origin: must be an origin");
        Result alone = run("--server", "http://localhost:1/passage", "app", "list");
        assertThat(alone.code()).isEqualTo(1);
        assertThat(alone.out()).contains("No server answers at http://localhost:1/passage");
        assertThat(run("--data", directory.toString(), "app", "list").out()).contains("operator.key");
    }

    @Test
    void managesAppsKeysAndUsers() {
        String third = run("app", "create", "--name", "Third", "--origin", product.origin())
                .out()
                .strip();
        assertThat(run("app", "list").out()).contains(product.appId()).contains(third);
        assertThat(run("-a", third, "app", "update", "--codes", "false", "--field", "plan=string")
                        .code())
                .isZero();
        assertThat(run("-a", third, "app", "show").out()).contains("\"plan\"");

        String key = run("-a", third, "api-key", "create", "backend").out().strip();
        assertThat(manage(third, key, "/users").statusCode()).isEqualTo(200);
        String keyId = run("-a", third, "api-key", "list")
                .out()
                .lines()
                .filter(line -> line.contains("backend"))
                .map(line -> line.substring(0, line.indexOf(' ')))
                .findFirst()
                .orElseThrow();
        run("-a", third, "api-key", "revoke", keyId);
        assertThat(manage(third, key, "/users").statusCode()).isEqualTo(401);

        assertThat(run("-a", third, "keys", "rotate").out()).contains("next").contains("current");

        Visitor visitor = registered(product.appId());
        assertThat(run("user", "list", "--identifier", visitor.email()).out()).contains(visitor.passageId());
        assertThat(run("user", "deactivate", visitor.passageId()).out().strip()).isEqualTo("inactive");
        assertThat(auth(product.appId(), "GET", "/currentuser", null, visitor.token()))
                .isEqualTo(403);
        assertThat(run("user", "activate", visitor.passageId()).out().strip()).isEqualTo("active");
        assertThat(run("user", "show", "aaaaaaaaaaaaaaaaaaaaaaaa").code()).isEqualTo(1);
    }

    @Test
    void exportsAndImports() throws IOException {
        Visitor visitor = registered(product.appId());
        Path export = directory.resolve("export.jsonl");

        assertThat(run("export", "-o", export.toString()).code()).isZero();

        assertThat(Files.readString(export)).contains(visitor.email()).contains("\"public_key\"");
        assertThat(run("import", export.toString()).out()).contains("0 created").contains("0 refused");

        Path users = Files.writeString(directory.resolve("users.csv"), """
                user_id,email,email_verified,nickname
                u5RnV8sLq2KdT0yHb7MwXc3e,grace@mail.example,true,"Hopper, Grace"
                u5RnV8sLq2KdT0yHb7MwXc3f,nobody,false,
                """);
        Result imported = run("import", users.toString());
        assertThat(imported.code()).isEqualTo(1);
        assertThat(imported.out())
                .contains("record 2: email: must be an e-mail address")
                .contains("1 created, 0 completed, 0 present, 1 refused");
        assertThat(run("user", "show", "u5RnV8sLq2KdT0yHb7MwXc3e").out()).contains("Hopper, Grace");

        Path unclear = Files.writeString(directory.resolve("unclear.csv"), """
                id,email,email_verified
                u5RnV8sLq2KdT0yHb7MwXc3g,eve@mail.example,perhaps
                """);
        assertThat(run("import", unclear.toString()).code()).isNotZero();
    }

    @Test
    void importsTheDevicesOfUsersAsPasskeysThatAreKnown() throws IOException {
        Path users = Files.writeString(directory.resolve("users.json"), """
                [{"id":"u5RnV8sLq2KdT0yHb7MwXc3h","email":"hedy@mail.example","status":"active","webauthn":true,
                  "webauthn_devices":[{"id":"d5RnV8sLq2KdT0yHb7MwXc3h","cred_id":"AbCdEfGh","friendly_name":"Old phone",
                    "type":"passkey","created_at":"2025-03-04T05:06:07.089123Z"}]}]
                """);

        assertThat(run("import", users.toString()).out()).contains("2 created", "0 refused");
        assertThat(run("import", users.toString()).out()).contains("2 present", "0 refused");

        Path export = directory.resolve("known.jsonl");
        run("export", "-o", export.toString());
        assertThat(Files.readString(export))
                .contains("\"credential_id\":\"AbCdEfGh\"", "\"friendly_name\":\"Old phone\"");
    }

    @Test
    void isThereForTheOwnerOfTheDataDirectoryOnly() throws IOException {
        String key = Files.readString(product.data().resolve("operator.key")).strip();

        assertThat(operate(null, null)).isEqualTo(401);
        assertThat(operate("Bearer guess", null)).isEqualTo(401);
        assertThat(operate("Bearer " + key, "203.0.113.7")).isEqualTo(404);
        assertThat(operate("Bearer " + key, null)).isEqualTo(200);
    }

    @Test
    void keepsAppsApart() {
        Visitor visitor = registered(product.appId());
        assertThat(auth(second, "GET", "/currentuser", null, visitor.token())).isEqualTo(401);
        assertThat(auth(second, "POST", "/tokens", "{\"refresh_token\":\"" + visitor.refreshToken() + "\"}", null))
                .isEqualTo(401);
        assertThat(manage(second, product.apiKey(), "/users").statusCode()).isEqualTo(401);
        assertThat(auth(second, "GET", "/users?identifier=" + visitor.email(), null, null))
                .isEqualTo(200);
        visitor.beginLogin();
        assertThat(auth(second, "POST", "/login/webauthn/finish", visitor.login(), null))
                .isEqualTo(401);

        String code = Api.json(post(product.appId(), "/login/otp", "{\"identifier\":\"" + visitor.email() + "\"}"))
                .getString("otp_id");
        assertThat(auth(
                        second,
                        "POST",
                        "/otp/activate",
                        "{\"otp_id\":\"" + code + "\",\"otp\":\"" + mail("otp") + "\"}",
                        null))
                .isEqualTo(404);
        post(product.appId(), "/login/magic-link", "{\"identifier\":\"" + visitor.email() + "\"}");
        String link = mail("magic_link").replaceAll(".*psg_magic_link=", "");
        assertThat(auth(second, "PATCH", "/magic-link/activate", "{\"magic_link\":\"" + link + "\"}", null))
                .isEqualTo(404);
        assertThat(auth(product.appId(), "PATCH", "/magic-link/activate", "{\"magic_link\":\"" + link + "\"}", null))
                .isEqualTo(200);
    }

    private static Visitor registered(String app) {
        Visitor visitor = new Visitor(product.origin(), app);
        visitor.signUp();
        visitor.beginPasskey();
        visitor.finishPasskey();
        return visitor;
    }

    private static String mail(String member) {
        String outbox = Api.send(HttpRequest.newBuilder(URI.create(product.origin() + "/passage/outbox.json")))
                .body();
        return Api.json("{\"mails\":" + outbox + "}")
                .getJsonArray("mails")
                .getJsonObject(0)
                .getString(member);
    }

    private static HttpResponse<String> post(String app, String path, String body) {
        return Api.send(HttpRequest.newBuilder(authAddress(app, path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    private static int auth(String app, String method, String path, String body, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(authAddress(app, path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return Api.send(request).statusCode();
    }

    private static URI authAddress(String app, String path) {
        return URI.create(product.origin() + "/passage/auth/v1/apps/" + app + path);
    }

    private static HttpResponse<String> manage(String app, String key, String path) {
        return Api.send(HttpRequest.newBuilder(URI.create(product.origin() + "/passage/api/v1/apps/" + app + path))
                .header("Authorization", "Bearer " + key));
    }

    private static int operate(String authorization, String forwarded) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(product.origin() + "/passage/operator/v1/apps"));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        if (forwarded != null) {
            request.header("X-Forwarded-For", forwarded);
        }
        return Api.send(request).statusCode();
    }

    private static Result run(String... arguments) {
        return new OperatorCommand(product).run(arguments);
    }
}
