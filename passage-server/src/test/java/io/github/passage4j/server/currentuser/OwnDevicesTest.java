package io.github.passage4j.server.currentuser;

import static io.github.passage4j.server.testing.CeremonyFixture.ADA;
import static io.github.passage4j.server.testing.CeremonyFixture.EVE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.passage4j.server.audit.EventType;
import io.github.passage4j.server.audit.UserEvent;
import io.github.passage4j.server.testing.CeremonyFixture;
import io.github.passage4j.server.testing.MapApps;
import io.github.passage4j.server.testing.Samples;
import io.github.passage4j.server.testing.SoftwareAuthenticator;
import io.github.passage4j.server.testing.WireApi;
import io.github.passage4j.server.testing.WireApi.Answer;
import io.github.passage4j.server.users.EmailAddress;
import io.github.passage4j.server.webauthn.Bytes;
import io.github.passage4j.server.webauthn.Challenge;
import io.github.passage4j.server.webauthn.RegistrationResponse;
import io.github.passage4j.server.webauthn.WebAuthn4JRelyingParty;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OwnDevicesTest {

    private static final String OTHER_APP = "aaaaaaaaaaaaaaaaaaaaaaaa";

    private final CeremonyFixture fixture;
    private final WireApi anybody;
    private final WireApi ada;
    private final SoftwareAuthenticator first = Samples.authenticator();

    OwnDevicesTest(@TempDir Path directory) {
        fixture = new CeremonyFixture(directory);
        OwnDevices devices = new OwnDevices(
                fixture.users,
                fixture.credentials,
                fixture.messages.messenger,
                fixture.events,
                fixture.clock,
                new SecureRandom());
        PasskeyAddition addition = new PasskeyAddition(
                fixture.credentials, fixture.handshakes, new WebAuthn4JRelyingParty(), devices, fixture.refusals);
        anybody = new WireApi(
                new MapApps(fixture.app, Samples.app(OTHER_APP)),
                new OwnDevicesResource(
                        new Caller(fixture.verifier, fixture.users, fixture.tokens.refreshTokens),
                        fixture.credentials,
                        devices,
                        addition));
        ada = anybody.as(tokenOf(ADA, first));
    }

    private String tokenOf(EmailAddress identifier, SoftwareAuthenticator authenticator) {
        fixture.pending(identifier);
        return fixture.finish(fixture.start(identifier), authenticator).authToken();
    }

    private static JsonArray devices(Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
        return answer.json().getJsonArray("devices");
    }

    private Answer add(WireApi caller, SoftwareAuthenticator authenticator) {
        return finish(caller, started(caller), authenticator);
    }

    private static JsonObject started(WireApi caller) {
        return caller.post("/currentuser/devices/start", "{'authenticator_attachment':'platform'}")
                .json()
                .getJsonObject("handshake");
    }

    private static Answer finish(WireApi caller, JsonObject handshake, SoftwareAuthenticator authenticator) {
        String challenge =
                handshake.getJsonObject("challenge").getJsonObject("publicKey").getString("challenge");
        RegistrationResponse made = authenticator.register(new Challenge(Bytes.ofBase64Url(challenge)));
        String id = made.credentialId().toBase64Url();
        return caller.with("User-Agent", "Mozilla/5.0 (X11; Linux x86_64) Chrome/156.0 Safari/537.36")
                .post(
                        "/currentuser/devices/finish",
                        ("{'handshake_id':'%s','handshake_response':{'id':'%s','rawId':'%s','type':'public-key','transports':['usb'],"
                                        + "'response':{'attestationObject':'%s','clientDataJSON':'%s'}}}")
                                .formatted(
                                        handshake.getString("id"),
                                        id,
                                        id,
                                        made.attestationObject().toBase64Url(),
                                        made.clientDataJson().toBase64Url()));
    }

    private static void assertRefused(Answer answer, int status, String code) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
    }

    @Test
    void listsTheOwnPasskeysAndNobodyElses() {
        tokenOf(EVE, Samples.authenticator());

        JsonArray devices = devices(ada.get("/currentuser/devices"));

        assertThat(devices).hasSize(1);
        assertThat(devices.getJsonObject(0).keySet())
                .containsExactlyInAnyOrder(
                        "id",
                        "user_id",
                        "cred_id",
                        "friendly_name",
                        "type",
                        "usage_count",
                        "created_at",
                        "updated_at",
                        "last_login_at",
                        "icons");
        assertThat(devices.getJsonObject(0).getString("cred_id"))
                .isEqualTo(first.credentialId().toBase64Url());
    }

    @Test
    void takesNoTokenOfAnotherApp() {
        fixture.keys.ensure(OTHER_APP);

        assertRefused(ada.at(OTHER_APP).get("/currentuser/devices"), 401, "invalid_access_token");
        assertThat(ada.get("/currentuser/devices").status()).isEqualTo(200);
    }

    @Test
    void addsAPasskeyThatThenSignsIn() {
        SoftwareAuthenticator second = Samples.authenticator();
        JsonObject handshake = started(ada);
        JsonObject options = handshake.getJsonObject("challenge").getJsonObject("publicKey");
        assertThat(options.getJsonArray("excludeCredentials").getJsonObject(0).getString("id"))
                .isEqualTo(first.credentialId().toBase64Url());

        Answer added = finish(ada, handshake, second);

        assertThat(added.status()).isEqualTo(201);
        assertThat(added.json().getJsonObject("device").getString("friendly_name"))
                .isEqualTo("Chrome on Linux");
        assertThat(devices(ada.get("/currentuser/devices"))).hasSize(2);
        assertThat(fixture.signIn(second).authToken()).isNotEmpty();
    }

    @Test
    void usesAHandshakeOnce() {
        JsonObject handshake = started(ada);
        assertThat(finish(ada, handshake, Samples.authenticator()).status()).isEqualTo(201);

        assertRefused(finish(ada, handshake, Samples.authenticator()), 400, "invalid_request");
    }

    @Test
    void takesNoHandshakeOfSomebodyElse() {
        WireApi eve = anybody.as(tokenOf(EVE, Samples.authenticator()));

        assertRefused(finish(eve, started(ada), Samples.authenticator()), 400, "invalid_request");
    }

    @Test
    void takesNoPasskeyThatAnAccountHasAlready() {
        SoftwareAuthenticator hers = Samples.authenticator();
        tokenOf(EVE, hers);

        assertRefused(add(ada, hers), 400, "invalid_request");
    }

    @Test
    void takesNoHandshakeThatExpired() {
        JsonObject handshake = started(ada);
        fixture.clock.advance(Duration.ofMinutes(9));
        WireApi later = anybody.as(fixture.signIn(first).authToken());
        fixture.clock.advance(Duration.ofMinutes(1));

        assertRefused(finish(later, handshake, Samples.authenticator()), 400, "invalid_request");
    }

    @Test
    void stopsAtAHundred() {
        for (int i = 1; i < OwnDevices.MOST; i++) {
            assertThat(add(ada, Samples.authenticator()).status()).isEqualTo(201);
        }

        Answer answer = ada.post("/currentuser/devices/start", "{}");

        assertRefused(answer, 400, "invalid_request");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"Work laptop | Work laptop", "'  Büro 🔑 ' | Büro 🔑", "מחשב | מחשב"})
    void renames(String given, String kept) {
        Answer renamed = ada.patch("/currentuser/devices/" + firstId(), "{'friendly_name':'" + given + "'}");

        assertThat(renamed.status()).isEqualTo(200);
        assertThat(renamed.json().getJsonObject("device").getString("friendly_name"))
                .isEqualTo(kept);
        assertThat(devices(ada.get("/currentuser/devices")).getJsonObject(0).getString("friendly_name"))
                .isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'friendly_name':null}",
                "{'friendly_name':'  '}",
                "{'friendly_name':'a\\u0000b'}",
                "{'friendly_name':'\\ud800'}"
            })
    void refusesABadNameAndNamesTheField(String body) {
        Answer answer = ada.patch("/currentuser/devices/" + firstId(), body);

        assertRefused(answer, 400, "invalid_request");
        assertThat(answer.error()).startsWith("friendly_name: ");
    }

    @Test
    void takesNamesOfUpTo64Characters() {
        String longest = "🔑".repeat(64);

        assertThat(ada.patch("/currentuser/devices/" + firstId(), "{'friendly_name':'" + longest + "'}")
                        .status())
                .isEqualTo(200);
        assertRefused(
                ada.patch("/currentuser/devices/" + firstId(), "{'friendly_name':'" + longest + "x'}"),
                400,
                "invalid_request");
    }

    @Test
    void removesAlsoTheLastOneWhereAMessageCanSignIn() {
        assertThat(ada.delete("/currentuser/devices/" + firstId()).status()).isEqualTo(200);

        assertThat(devices(ada.get("/currentuser/devices"))).isEmpty();
    }

    @Test
    void tellsTheAccountOfEveryChange() {
        String owner = fixture.users.find(fixture.app.id(), ADA).orElseThrow().id();
        add(ada, Samples.authenticator());
        ada.patch("/currentuser/devices/" + firstId(), "{'friendly_name':'Work'}");
        ada.delete("/currentuser/devices/" + firstId());

        assertThat(fixture.userEvents.recent(fixture.app.id(), owner))
                .extracting(UserEvent::type)
                .contains(EventType.DEVICE_ADD, EventType.DEVICE_RENAME, EventType.DEVICE_DELETE);
    }

    @Test
    void keepsTheLastWayIn() {
        fixture.app.offerMagicLinks(false, fixture.clock.instant());
        fixture.app.offerOneTimeCodes(false, fixture.clock.instant());
        add(ada, Samples.authenticator());
        assertThat(ada.delete("/currentuser/devices/" + firstId()).status()).isEqualTo(200);

        assertRefused(ada.delete("/currentuser/devices/" + firstId()), 403, "operation_not_allowed");

        assertThat(devices(ada.get("/currentuser/devices"))).hasSize(1);
    }

    @Test
    void knowsNoPasskeyOfSomebodyElse() {
        String hers = firstId();
        WireApi eve = anybody.as(tokenOf(EVE, Samples.authenticator()));

        assertRefused(eve.delete("/currentuser/devices/" + hers), 404, "device_not_found");
        assertRefused(eve.patch("/currentuser/devices/" + hers, "{'friendly_name':'mine'}"), 404, "device_not_found");
    }

    @Test
    void asksForAToken() {
        assertRefused(anybody.get("/currentuser/devices"), 401, "invalid_access_token");
        assertRefused(anybody.post("/currentuser/devices/start", "{}"), 401, "invalid_access_token");
        assertRefused(anybody.delete("/currentuser/devices/" + firstId()), 401, "invalid_access_token");
    }

    @Test
    void addsNoneWhereTheAppHasNone() {
        fixture.app.offerPasskeys(false, fixture.clock.instant());

        assertRefused(ada.post("/currentuser/devices/start", "{}"), 403, "operation_not_allowed");
    }

    private String firstId() {
        return devices(ada.get("/currentuser/devices")).getJsonObject(0).getString("id");
    }
}
