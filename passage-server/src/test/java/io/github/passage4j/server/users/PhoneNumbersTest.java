package io.github.passage4j.server.users;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.passage4j.server.apps.AllowedIdentifier;
import io.github.passage4j.server.apps.AppResource;
import io.github.passage4j.server.config.ServerKey;
import io.github.passage4j.server.currentuser.Caller;
import io.github.passage4j.server.currentuser.OwnDevices;
import io.github.passage4j.server.currentuser.OwnDevicesResource;
import io.github.passage4j.server.currentuser.OwnProfile;
import io.github.passage4j.server.currentuser.OwnProfileResource;
import io.github.passage4j.server.currentuser.PasskeyAddition;
import io.github.passage4j.server.login.LoginResource;
import io.github.passage4j.server.magiclink.IdentifierChange;
import io.github.passage4j.server.magiclink.MagicLinkResource;
import io.github.passage4j.server.magiclink.MagicLinks;
import io.github.passage4j.server.magiclink.ManagedMagicLinkResource;
import io.github.passage4j.server.magiclink.TestLinks;
import io.github.passage4j.server.message.MessageSignIn;
import io.github.passage4j.server.otp.OneTimeCodeResource;
import io.github.passage4j.server.otp.TestCodes;
import io.github.passage4j.server.register.RegisterResource;
import io.github.passage4j.server.testing.CeremonyFixture;
import io.github.passage4j.server.testing.FinishBody;
import io.github.passage4j.server.testing.MapApps;
import io.github.passage4j.server.testing.Samples;
import io.github.passage4j.server.testing.SoftwareAuthenticator;
import io.github.passage4j.server.testing.WireApi;
import io.github.passage4j.server.testing.WireApi.Answer;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** People who sign up and in with a phone number, on the wire. */
class PhoneNumbersTest {

    private static final String NUMBER = "+491701234567";
    private static final String OTHER = "+491709999999";
    private static final Identifier PHONE = PhoneNumber.parse("identifier", NUMBER);
    private static final String BODY = "{'identifier':'" + NUMBER + "','language':'de'}";

    private final CeremonyFixture fixture;
    private final WireApi api;
    private final WireApi server;
    private final SoftwareAuthenticator authenticator = Samples.authenticator();

    PhoneNumbersTest(@TempDir Path directory) {
        fixture = new CeremonyFixture(directory);
        ServerKey key = ServerKey.open(Samples.config(directory), new SecureRandom());
        MagicLinks links = TestLinks.with(fixture.events, key, fixture.clock);
        MessageSignIn signIn = fixture.messageSignIn;
        Caller caller = new Caller(fixture.verifier, fixture.users, fixture.tokens.refreshTokens);
        OwnDevices devices = new OwnDevices(
                fixture.users,
                fixture.credentials,
                fixture.messages.messenger,
                fixture.events,
                fixture.clock,
                new SecureRandom());
        api = new WireApi(
                new MapApps(fixture.app),
                new AppResource(),
                new UsersResource(fixture.users, fixture.credentials, fixture.signUp),
                new RegisterResource(fixture.registration),
                new LoginResource(fixture.login),
                new OneTimeCodeResource(
                        TestCodes.with(key, fixture.clock),
                        fixture.addressees,
                        signIn,
                        fixture.messages.messenger,
                        fixture.events),
                new MagicLinkResource(
                        links, fixture.addressees, signIn, fixture.signInCheck, fixture.messages.messenger),
                new OwnProfileResource(
                        caller,
                        fixture.credentials,
                        new OwnProfile(fixture.users, fixture.events, fixture.clock),
                        new IdentifierChange(links, fixture.users, fixture.messages.messenger, Samples.noLimits())),
                new OwnDevicesResource(
                        caller,
                        fixture.credentials,
                        devices,
                        new PasskeyAddition(
                                fixture.credentials,
                                fixture.handshakes,
                                fixture.relyingParty,
                                devices,
                                fixture.refusals)));
        ManagedUsers managed = fixture.managedUsers;
        server = new WireApi(
                        new MapApps(fixture.app),
                        new ManagedMagicLinkResource(links, managed, fixture.messages.messenger))
                .as(MapApps.KEY);
    }

    @BeforeEach
    void allowPhones() {
        fixture.app.allowIdentifier(AllowedIdentifier.BOTH, fixture.clock.instant());
        fixture.messages.withPhones();
    }

    private String lastText() {
        return fixture.messages.phones.get(fixture.messages.phones.size() - 1).text();
    }

    private String tokenIn(String parameter) {
        return lastText().replaceAll("(?s).*" + parameter + "=([^ &\\s]+).*", "$1");
    }

    private JsonObject lookUp(String identifier) {
        return api.get("/users?identifier=" + identifier.replace("+", "%2B")).json();
    }

    private WireApi signedIn() {
        fixture.pending(PHONE);
        JsonObject handshake = api.post("/register/webauthn/start", BODY).json().getJsonObject("handshake");
        Answer finished = api.post(
                "/register/webauthn/finish",
                FinishBody.registration(handshake, authenticator).build().toString());
        return api.as(finished.json().getJsonObject("auth_result").getString("auth_token"));
    }

    private User user() {
        return fixture.users.find(fixture.app.id(), PHONE).orElseThrow();
    }

    private static void assertRefused(Answer answer, String error) {
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("invalid_request");
        assertThat(answer.error()).isEqualTo(error);
    }

    @ParameterizedTest
    @CsvSource({"EMAIL, email, email", "PHONE, phone, phone", "BOTH, both, either"})
    void theAppSaysWhatItTakes(AllowedIdentifier identifier, String allowed, String required) {
        fixture.app.allowIdentifier(identifier, fixture.clock.instant());

        JsonObject app = api.get("").json().getJsonObject("app");

        assertThat(app.getString("allowed_identifier")).isEqualTo(allowed);
        assertThat(app.getString("required_identifier")).isEqualTo(required);
    }

    @Test
    void signUpAndAreFound() {
        assertThat(lookUp(NUMBER).get("user")).isEqualTo(JsonValue.NULL);

        Answer signedUp = api.post("/users", BODY);

        assertThat(signedUp.status()).isEqualTo(201);
        assertThat(api.post("/users", BODY).json()).isEqualTo(signedUp.json());
        JsonObject found = lookUp(NUMBER).getJsonObject("user");
        assertThat(found.getString("phone")).isEqualTo(NUMBER);
        assertThat(found.getBoolean("phone_verified")).isFalse();
        assertThat(found.getString("email")).isEmpty();
    }

    @Test
    void signInWithAPasskey() {
        signedIn();

        JsonObject handshake = api.post("/login/webauthn/start", BODY).json().getJsonObject("handshake");
        Answer answer = api.post(
                "/login/webauthn/finish",
                FinishBody.login(handshake, authenticator, "").build().toString());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(user().loginCount()).isEqualTo(2);
    }

    @Test
    void signInByACodeThatVerifiesTheNumber() {
        User user = fixture.pending(PHONE);

        String id = api.post("/register/otp", BODY).json().getString("otp_id");
        String text = lastText();
        Answer answer = api.post("/otp/activate", "{'otp_id':'" + id + "','otp':'" + text.substring(0, 6) + "'}");

        assertThat(text).matches("[0-9]{6} ist Ihr Code für Example Shop\\. Er gilt 5 Minuten lang\\.");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(user.isPhoneVerified()).isTrue();
        assertThat(user.isEmailVerified()).isFalse();
        assertThat(user.status()).isEqualTo(UserStatus.ACTIVE);
        assertThat(fixture.messages.outbox.entries()).isEmpty();
    }

    @Test
    void signInByALinkThatVerifiesTheNumber() {
        User user = fixture.pending(PHONE);

        assertThat(api.post("/login/magic-link", BODY).status()).isEqualTo(200);
        Answer answer = api.patch("/magic-link/activate", "{'magic_link':'" + tokenIn("psg_magic_link") + "'}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(user.isPhoneVerified()).isTrue();
    }

    @Test
    void areDoubtedWhenSomebodyElseMadeAPasskeyBefore() {
        signedIn();

        String id = api.post("/login/otp", BODY).json().getString("otp_id");
        Answer answer = api.post(
                "/otp/activate", "{'otp_id':'" + id + "','otp':'" + lastText().substring(0, 6) + "'}");

        assertThat(answer.json().getJsonObject("auth_result").getInt("unconfirmed_passkeys"))
                .isEqualTo(1);
    }

    @Test
    void changeTheirNumberByALinkToTheNewOne() {
        WireApi caller = signedIn();
        User user = user();

        Answer started = caller.patch("/currentuser/phone", "{'new_phone':'" + OTHER + "'}");
        assertThat(started.status()).isEqualTo(200);
        assertThat(user.phone()).isEqualTo(NUMBER);
        assertThat(fixture.messages.phones).singleElement().satisfies(sms -> assertThat(sms.to())
                .isEqualTo(OTHER));
        Answer opened = api.patch("/magic-link/activate", "{'magic_link':'" + tokenIn("psg_verify_link") + "'}");

        assertThat(opened.status()).isEqualTo(200);
        assertThat(user.phone()).isEqualTo(OTHER);
        assertThat(user.isPhoneVerified()).isTrue();
        assertThat(fixture.messages.phones).last().satisfies(notice -> {
            assertThat(notice.to()).isEqualTo(NUMBER);
            assertThat(notice.text()).startsWith("Your phone number for Example Shop was changed.");
        });
    }

    @Test
    void addAnAddressAndThenNeedTheNumberNoMore() {
        WireApi caller = signedIn();
        assertRefused(
                caller.patch("/currentuser/phone", "{'new_phone':''}"),
                "new_phone: can't be removed, an account needs an e-mail address or a phone");

        caller.patch("/currentuser/email", "{'new_email':'ada@example.org'}");
        String link = String.valueOf(fixture.messages.outbox.entries().get(0).magicLink());
        api.patch("/magic-link/activate", "{'magic_link':'" + link.replaceAll(".*psg_verify_link=", "") + "'}");

        User user = user();
        assertThat(user.email()).isEqualTo("ada@example.org");
        assertThat(caller.patch("/currentuser/phone", "{'new_phone':''}").status())
                .isEqualTo(200);
        assertThat(user.phone()).isEmpty();
    }

    @Test
    void removeTheirLastPasskeyOnlyWhenAMessageCanReachThem() {
        WireApi caller = signedIn();
        String device = "/currentuser/devices/"
                + fixture.credentials.ofUser(user().id()).get(0).id();

        fixture.messages.withoutPhones();
        assertThat(caller.delete(device).status()).isEqualTo(403);
        fixture.messages.withPhones();
        assertThat(caller.delete(device).status()).isEqualTo(200);
    }

    @Test
    void getLinksThatAServerSends() {
        Answer answer = server.post("/magic-links", "{'phone':'" + NUMBER + "','send':true,'channel':'phone'}");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(lastText())
                .contains(answer.json().getJsonObject("magic_link").getString("url"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/register/otp", "/login/otp", "/register/magic-link", "/login/magic-link"})
    void getNoMessageWithoutAProvider(String path) {
        fixture.pending(PHONE);
        fixture.messages.withoutPhones();

        assertRefused(api.post(path, BODY), "identifier: can't be verified, there is no SMS provider");
        assertRefused(
                server.post("/magic-links", "{'phone':'" + NUMBER + "','send':true}"),
                "channel: phone is not available, there is no SMS provider");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EMAIL | +491701234567 | identifier: must be an e-mail address",
                "PHONE | ada@example.org | identifier: must be a phone number such as +491701234567",
                "PHONE | 01701234567 | identifier: must be a phone number such as +491701234567",
                "PHONE | +0001234567 | identifier: must be a phone number such as +491701234567",
                "BOTH | 01701234567 | identifier: must be an e-mail address, or a phone number such as +491701234567",
                "BOTH | ada@ | identifier: must be an e-mail address",
                "BOTH | ' ' | identifier: is required",
                "PHONE | ' ' | identifier: is required"
            })
    void areRefusedWhereTheAppTakesOthers(AllowedIdentifier allowed, String identifier, String error) {
        fixture.app.allowIdentifier(allowed, fixture.clock.instant());
        String body = "{'identifier':'" + identifier + "'}";

        assertRefused(api.post("/users", body), error);
        assertRefused(api.post("/register/webauthn/start", body), error);
        assertRefused(api.post("/login/otp", body), error);
        assertRefused(api.post("/login/magic-link", body), error);
    }

    @Test
    void areNoIdentifierToChangeToWhereTheAppTakesOthers() {
        WireApi caller = signedIn();
        fixture.app.allowIdentifier(AllowedIdentifier.PHONE, fixture.clock.instant());
        assertRefused(
                caller.patch("/currentuser/email", "{'new_email':'ada@example.org'}"),
                "new_email: is of a kind that this app does not use");
        fixture.app.allowIdentifier(AllowedIdentifier.EMAIL, fixture.clock.instant());
        assertRefused(
                caller.patch("/currentuser/phone", "{'new_phone':'" + OTHER + "'}"),
                "new_phone: is of a kind that this app does not use");
    }
}
