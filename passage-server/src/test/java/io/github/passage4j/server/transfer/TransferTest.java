package io.github.passage4j.server.transfer;

import static io.github.passage4j.server.testing.CeremonyFixture.ADA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.passage4j.server.apps.MetadataField;
import io.github.passage4j.server.handshake.CeremonyRefused;
import io.github.passage4j.server.testing.CeremonyFixture;
import io.github.passage4j.server.testing.MapApps;
import io.github.passage4j.server.testing.Samples;
import io.github.passage4j.server.testing.SoftwareAuthenticator;
import io.github.passage4j.server.testing.WireApi;
import io.github.passage4j.server.testing.WireApi.Answer;
import io.github.passage4j.server.users.EmailAddress;
import io.github.passage4j.server.users.User;
import io.github.passage4j.server.users.UserStatus;
import io.github.passage4j.server.webauthn.Bytes;
import io.github.passage4j.server.webauthn.CeremonyException.Reason;
import io.github.passage4j.server.webauthn.WebAuthn4JRelyingParty;
import io.github.passage4j.server.wire.PassageException;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A server that users leave, and one that they come to. */
class TransferTest {

    private static final String GRACE = "u5RnV8sLq2KdT0yHb7MwXc3e";

    private final CeremonyFixture old;
    private final CeremonyFixture fresh;
    private final WireApi from;
    private final WireApi to;

    TransferTest(@TempDir Path oldHome, @TempDir Path newHome) {
        old = new CeremonyFixture(oldHome);
        fresh = new CeremonyFixture(newHome);
        from = api(old);
        to = api(fresh);
    }

    private static WireApi api(CeremonyFixture fixture) {
        return new WireApi(
                new MapApps(fixture.app),
                new TransferResource(
                        fixture.users,
                        fixture.credentials,
                        new Imports(
                                fixture.users,
                                fixture.credentials,
                                new WebAuthn4JRelyingParty(),
                                fixture.clock,
                                new SecureRandom())));
    }

    private Answer user(String json) {
        return to.post("/transfer/users", json);
    }

    @Test
    void letsAPasskeyThatMovedSignIn() {
        SoftwareAuthenticator authenticator = Samples.authenticator();
        User ada = old.registered(ADA, authenticator);
        JsonObject page = from.get("/transfer").json();

        Answer userAnswer = user(page.getJsonArray("users").getJsonObject(0).toString());
        Answer passkeyAnswer = to.post(
                "/transfer/passkeys",
                page.getJsonArray("passkeys").getJsonObject(0).toString());

        assertThat(userAnswer.json().getString("outcome")).isEqualTo("created");
        assertThat(passkeyAnswer.json().getString("outcome")).isEqualTo("created");
        assertThat(fresh.users.find(fresh.app.id(), ADA)).map(User::id).contains(ada.id());
        assertThat(fresh.signIn(authenticator).authToken()).isNotEmpty();
    }

    @Test
    void meetsEachUserOnceThoughOthersGoMeanwhile() {
        List<String> ids = IntStream.range(0, 201)
                .mapToObj(i -> old.pending(EmailAddress.parse("user" + i + "@example.org"))
                        .id())
                .sorted()
                .toList();

        List<JsonObject> first = users("");
        old.managedUsers.delete(old.app, ids.get(0));
        List<JsonObject> rest = users(first.get(199).getString("id"));

        assertThat(first).extracting(user -> user.getString("id")).isEqualTo(ids.subList(0, 200));
        assertThat(rest).extracting(user -> user.getString("id")).containsExactly(ids.get(200));
        assertThat(users(ids.get(200))).isEmpty();
    }

    private List<JsonObject> users(String after) {
        return from.get("/transfer?after=" + after).json().getJsonArray("users").getValuesAs(JsonObject.class);
    }

    @Test
    void letsAPasskeySignInByTheUserHandleThatItWasMadeWith() {
        SoftwareAuthenticator authenticator = Samples.authenticator();
        User ada = old.registered(ADA, authenticator);
        JsonObject page = from.get("/transfer").json();
        user(page.getJsonArray("users").getJsonObject(0).toString());
        Bytes handle = Bytes.of(new byte[] {1, 2, 3});
        String passkey = Json.createObjectBuilder(page.getJsonArray("passkeys").getJsonObject(0))
                .add("user_handle", handle.toBase64Url())
                .build()
                .toString();
        to.post("/transfer/passkeys", passkey);

        assertThat(fresh.signIn(authenticator, Optional.of(handle)).authToken()).isNotEmpty();
        assertThatThrownBy(() -> fresh.signIn(
                        authenticator, Optional.of(Bytes.of(ada.id().getBytes(StandardCharsets.UTF_8)))))
                .isInstanceOf(PassageException.class);
        assertThat(exported().getJsonArray("passkeys").getJsonObject(0).getString("user_handle"))
                .isEqualTo(handle.toBase64Url());
    }

    @Test
    void givesTextsOfATableTheTypesOfTheirFields() {
        fresh.app.addMetadataField(new MetadataField("f7", "news", "News", MetadataField.Type.BOOLEAN, true, true));
        fresh.app.addMetadataField(new MetadataField("f8", "age", "Age", MetadataField.Type.INTEGER, true, true));

        user("{'id':'" + GRACE + "','email':'grace@example.org',"
                + "'user_metadata':{'news':'TRUE','age':' 42 ','nickname':'42'}}");

        assertThat(fresh.users.find(fresh.app.id(), GRACE).orElseThrow().metadata())
                .hasToString("{\"news\":true,\"age\":42,\"nickname\":\"42\"}");
        assertThat(user("{'id':'u5RnV8sLq2KdT0yHb7MwXc3f','email':'eve@example.org','user_metadata':{'news':'maybe'}}")
                        .error())
                .isEqualTo("user_metadata.news: must be true or false");
    }

    @Test
    void mayBeRepeated() {
        old.registered(ADA, Samples.authenticator());
        JsonObject page = from.get("/transfer").json();
        String userJson = page.getJsonArray("users").getJsonObject(0).toString();
        String passkeyJson = page.getJsonArray("passkeys").getJsonObject(0).toString();
        user(userJson);
        to.post("/transfer/passkeys", passkeyJson);

        assertThat(user(userJson).json().getString("outcome")).isEqualTo("present");
        assertThat(to.post("/transfer/passkeys", passkeyJson).json().getString("outcome"))
                .isEqualTo("present");
    }

    @Test
    void keepsWhatIsKnownOfAUser() {
        user("{'id':'" + GRACE
                + "','email':'Grace@Example.org','email_verified':true,'status':'inactive','login_count':7,"
                + "'user_metadata':{'nickname':'Amazing'},'created_at':'2025-03-04T05:06:07.089123Z',"
                + "'last_login_at':'2025-06-01T08:30:00Z','webauthn':true,'recent_events':[]}");

        User grace = fresh.users.find(fresh.app.id(), GRACE).orElseThrow();
        assertThat(grace.email()).isEqualTo("grace@example.org");
        assertThat(grace.isEmailVerified()).isTrue();
        assertThat(grace.status()).isEqualTo(UserStatus.INACTIVE);
        assertThat(grace.loginCount()).isEqualTo(7);
        assertThat(String.valueOf(grace.metadata())).contains("Amazing");
        assertThat(grace.createdAt()).isEqualTo(Instant.parse("2025-03-04T05:06:07.089123Z"));
        assertThat(grace.lastLoginAt()).contains(Instant.parse("2025-06-01T08:30:00Z"));
    }

    @Test
    void takesNeverForNoLogin() {
        user("{'id':'" + GRACE + "','phone':'+491701234567','last_login_at':'0001-01-01T00:00:00Z'}");

        assertThat(fresh.users.find(fresh.app.id(), GRACE).orElseThrow().lastLoginAt())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'email':'a@b.example'} | id: is required",
                "{'id':'short','email':'a@b.example'} | id: must be 24 characters [0-9A-Za-z]",
                "{'id':'u5RnV8sLq2KdT0yHb7MwXc3e'} | email: or phone is required",
                "{'id':'u5RnV8sLq2KdT0yHb7MwXc3e','email':'nobody'} | email: must be an e-mail address",
                "{'id':'u5RnV8sLq2KdT0yHb7MwXc3e','email':'ada@example.org'} | user: another one has this id, e-mail address or phone number",
                "{'id':'u5RnV8sLq2KdT0yHb7MwXc3e','email':'a@b.example','status':'x'} | status: must be one of active, inactive, pending",
                "{'id':'u5RnV8sLq2KdT0yHb7MwXc3e','email':'a@b.example','created_at':'x'}"
                        + " | created_at: must be a time such as 2025-03-04T05:06:07Z",
                "{'id':'u5RnV8sLq2KdT0yHb7MwXc3e','email':'a@b.example','user_metadata':{'x':1}}"
                        + " | user_metadata.x: is no field of the app"
            })
    void refusesAUserAndNamesWhatIsWrong(String json, String error) {
        fresh.pending(ADA);

        Answer answer = user(json);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error()).isEqualTo(error);
        assertThat(fresh.users.find(fresh.app.id(), GRACE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | user_id",
                "{'user_id':'u5RnV8sLq2KdT0yHb7MwXc3e'} | credential_id",
                "{'user_id':'u5RnV8sLq2KdT0yHb7MwXc3e','credential_id':'?'} | credential_id",
                "{'user_id':'aaaaaaaaaaaaaaaaaaaaaaaa','credential_id':'AbCd'} | user_id",
                "{'user_id':'u5RnV8sLq2KdT0yHb7MwXc3e','credential_id':'AbCd','public_key':'AbCd'} | public_key"
            })
    void refusesAPasskeyAndNamesWhatIsWrong(String json, String field) {
        user("{'id':'" + GRACE + "','email':'grace@example.org'}");

        Answer answer = to.post("/transfer/passkeys", json);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error()).startsWith(field + ": ");
        assertThat(fresh.credentials.ofUser(GRACE)).isEmpty();
    }

    @Test
    void remembersAPasskeyWithoutItsKeyUntilThatComes() {
        SoftwareAuthenticator authenticator = Samples.authenticator();
        old.registered(ADA, authenticator);
        JsonObject page = from.get("/transfer").json();
        user(page.getJsonArray("users").getJsonObject(0).toString());
        JsonObject passkey = page.getJsonArray("passkeys").getJsonObject(0);
        String userId = passkey.getString("user_id");
        String keyless = Json.createObjectBuilder(passkey)
                .remove("public_key")
                .remove("sign_count")
                .build()
                .toString();

        assertThat(passkey(keyless)).isEqualTo("created");
        assertThat(passkey(keyless)).isEqualTo("present");
        assertThat(fresh.credentials.ofUser(userId)).isEmpty();
        assertThat(exported().getJsonArray("passkeys").getJsonObject(0))
                .doesNotContainKey("public_key")
                .containsEntry("credential_id", passkey.get("credential_id"));
        assertThatThrownBy(() -> fresh.signIn(authenticator)).isInstanceOf(PassageException.class);
        assertThat(fresh.refused).extracting(CeremonyRefused::reason).containsExactly(Reason.PUBLIC_KEY_NOT_KNOWN);

        assertThat(passkey(passkey.toString())).isEqualTo("completed");
        assertThat(passkey(passkey.toString())).isEqualTo("present");
        assertThat(fresh.signIn(authenticator).authToken()).isNotEmpty();
    }

    private String passkey(String json) {
        return to.post("/transfer/passkeys", json).json().getString("outcome");
    }

    private JsonObject exported() {
        return to.get("/transfer").json();
    }

    @Test
    void refusesAPasskeyOfSomebodyElse() {
        old.registered(ADA, Samples.authenticator());
        JsonObject page = from.get("/transfer").json();
        user(page.getJsonArray("users").getJsonObject(0).toString());
        String passkey = page.getJsonArray("passkeys").getJsonObject(0).toString();
        to.post("/transfer/passkeys", passkey);
        user("{'id':'" + GRACE + "','email':'grace@example.org'}");

        Answer answer = to.post(
                "/transfer/passkeys", passkey.replaceFirst("\"user_id\":\"[^\"]+\"", "\"user_id\":\"" + GRACE + "\""));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error()).startsWith("credential_id: ");
    }
}
