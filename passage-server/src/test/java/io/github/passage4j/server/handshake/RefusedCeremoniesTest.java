package io.github.passage4j.server.handshake;

import static io.github.passage4j.server.testing.CeremonyFixture.ADA;
import static io.github.passage4j.server.testing.CeremonyFixture.EVE;
import static io.github.passage4j.server.testing.SoftwareAuthenticator.BE;
import static io.github.passage4j.server.testing.SoftwareAuthenticator.BS;
import static io.github.passage4j.server.testing.SoftwareAuthenticator.UP;
import static io.github.passage4j.server.testing.SoftwareAuthenticator.UV;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.passage4j.server.apps.App;
import io.github.passage4j.server.credential.Credential;
import io.github.passage4j.server.login.LoginResource;
import io.github.passage4j.server.register.RegisterResource;
import io.github.passage4j.server.testing.CeremonyFixture;
import io.github.passage4j.server.testing.FinishBody;
import io.github.passage4j.server.testing.KeyKind;
import io.github.passage4j.server.testing.LogLines;
import io.github.passage4j.server.testing.MapApps;
import io.github.passage4j.server.testing.Samples;
import io.github.passage4j.server.testing.SoftwareAuthenticator;
import io.github.passage4j.server.testing.WireApi;
import io.github.passage4j.server.testing.WireApi.Answer;
import io.github.passage4j.server.users.EmailAddress;
import io.github.passage4j.server.users.User;
import io.github.passage4j.server.webauthn.Bytes;
import io.github.passage4j.server.webauthn.CeremonyException.Reason;
import io.github.passage4j.server.webauthn.CredentialRecord;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Both ceremonies on the wire with everything that can be wrong about them: the log has the one reason, the wire the code
 * that clients know.
 */
class RefusedCeremoniesTest {

    private static final String OTHER_APP = "aaaaaaaaaaaaaaaaaaaaaaaa";
    private static final String REGISTER = "/register/webauthn/";
    private static final String LOGIN = "/login/webauthn/";

    private final LogLines log = new LogLines(RefusedCeremonies.class);
    private final SoftwareAuthenticator adas = Samples.authenticator().withCounter(5);
    private final SoftwareAuthenticator fresh = Samples.authenticator();
    private final CeremonyFixture fixture;
    private final WireApi api;
    private final User ada;
    private final User eve;

    RefusedCeremoniesTest(@TempDir Path directory) {
        fixture = new CeremonyFixture(directory);
        App other = Samples.app(OTHER_APP);
        api = new WireApi(
                new MapApps(fixture.app, other),
                new RegisterResource(fixture.registration),
                new LoginResource(fixture.login));
        ada = fixture.registered(ADA, adas);
        adas.withCounter(6);
        eve = fixture.pending(EVE);
    }

    @AfterEach
    void stopListening() {
        log.close();
    }

    /** Something that is wrong, and what comes of it. */
    private record Fault(
            String what, Reason reason, int status, String code, Function<RefusedCeremoniesTest, Answer> calls) {

        @Override
        public String toString() {
            return what;
        }
    }

    private static Fault registering(String what, Reason reason, Function<RefusedCeremoniesTest, Answer> calls) {
        return new Fault("registration: " + what, reason, 400, "invalid_request", calls);
    }

    private static Fault registeringWith(
            String what, Reason reason, Function<SoftwareAuthenticator, SoftwareAuthenticator> fault) {
        return registering(what, reason, test -> test.register(fault.apply(test.fresh)));
    }

    private static Fault signingIn(String what, Reason reason, Function<RefusedCeremoniesTest, Answer> calls) {
        return new Fault("login: " + what, reason, 401, "webauthn_login_failed", calls);
    }

    private static Fault discovering(String what, Reason reason, Function<RefusedCeremoniesTest, Answer> calls) {
        return new Fault("discoverable login: " + what, reason, 401, "discoverable_login_failed", calls);
    }

    /** A login fails alike whether its user was named or not; only the code differs. */
    private static Stream<Fault> signingInWith(
            String what, Reason reason, Function<SoftwareAuthenticator, SoftwareAuthenticator> fault) {
        return Stream.of(
                signingIn(what, reason, test -> test.signIn(fault.apply(test.adas))),
                discovering(what, reason, test -> test.discover(fault.apply(test.adas), test.ada)));
    }

    static Stream<Fault> faults() {
        return Stream.of(registrationFaults(), loginFaults(), handshakeFaults()).flatMap(faults -> faults);
    }

    private static Stream<Fault> registrationFaults() {
        return Stream.of(
                registeringWith("client data of a login", Reason.WRONG_TYPE, a -> a.withType("webauthn.get")),
                registering(
                        "another challenge",
                        Reason.WRONG_CHALLENGE,
                        test -> test.finishWithResponseTo(test.startRegistration(), test.startRegistration())),
                registeringWith("another origin", Reason.WRONG_ORIGIN, a -> a.withOrigin("https://evil.example")),
                registeringWith("a foreign frame", Reason.CROSS_ORIGIN, a -> a.withClientData("\"crossOrigin\":true")),
                registeringWith(
                        "a foreign page around",
                        Reason.CROSS_ORIGIN,
                        a -> a.withClientData("\"topOrigin\":\"https://evil.example\"")),
                registeringWith("another RP ID", Reason.WRONG_RP_ID, a -> a.withRpId("evil.example")),
                registeringWith("nobody present", Reason.USER_NOT_PRESENT, a -> a.withFlags(UV)),
                registeringWith("nobody verified", Reason.USER_NOT_VERIFIED, a -> a.withFlags(UP)),
                registeringWith(
                        "backed up, but not eligible", Reason.BACKUP_STATE_IMPOSSIBLE, a -> a.withFlags(UP | UV | BS)),
                registering(
                        "an algorithm that was not offered",
                        Reason.ALGORITHM_NOT_OFFERED,
                        test -> test.register(key(KeyKind.ES384))),
                registering("a short RSA key", Reason.KEY_TOO_WEAK, test -> test.register(key(KeyKind.SHORT_RS256))),
                registeringWith(
                        "a point beside the curve",
                        Reason.KEY_UNUSABLE,
                        a -> a.withKeyFault(cose -> changed(cose, cose.length - 1))),
                registeringWith(
                        "a credential id of 1024 bytes",
                        Reason.CREDENTIAL_ID_TOO_LONG,
                        a -> a.withCredentialId(new byte[1024])),
                registering(
                        "an id that is not the attested one",
                        Reason.CREDENTIAL_ID_MISMATCH,
                        test -> test.finishWithId(test.startRegistration(), Bytes.of(new byte[32]))),
                registering(
                        "a passkey of another account",
                        Reason.CREDENTIAL_ALREADY_REGISTERED,
                        test -> test.register(test.adas)),
                registeringWith(
                        "CBOR that ends too early",
                        Reason.MALFORMED_RESPONSE,
                        a -> a.withDataFault(cbor -> Arrays.copyOf(cbor, cbor.length - 10))),
                registeringWith(
                        "no CBOR", Reason.MALFORMED_RESPONSE, a -> a.withDataFault(cbor -> new byte[] {(byte) 0xff})),
                registeringWith(
                        "more behind the attestation object",
                        Reason.MALFORMED_RESPONSE,
                        a -> a.withDataFault(cbor -> Arrays.copyOf(cbor, cbor.length + 1))),
                registeringWith(
                        "more behind the public key",
                        Reason.MALFORMED_RESPONSE,
                        a -> a.withKeyFault(cose -> Arrays.copyOf(cose, cose.length + 1))),
                registeringWith("no credential", Reason.MALFORMED_RESPONSE, SoftwareAuthenticator::withoutCredential));
    }

    private static Stream<Fault> loginFaults() {
        return Stream.of(
                        signingInWith(
                                "client data of a registration", Reason.WRONG_TYPE, a -> a.withType("webauthn.create")),
                        signingInWith("another origin", Reason.WRONG_ORIGIN, a -> a.withOrigin("http://shop.example")),
                        signingInWith(
                                "a foreign frame", Reason.CROSS_ORIGIN, a -> a.withClientData("\"crossOrigin\":true")),
                        signingInWith("another RP ID", Reason.WRONG_RP_ID, a -> a.withRpId("evil.example")),
                        signingInWith("nobody present", Reason.USER_NOT_PRESENT, a -> a.withFlags(UV)),
                        signingInWith("nobody verified", Reason.USER_NOT_VERIFIED, a -> a.withFlags(UP)),
                        signingInWith(
                                "backed up, but not eligible",
                                Reason.BACKUP_STATE_IMPOSSIBLE,
                                a -> a.withFlags(UP | UV | BS)),
                        signingInWith(
                                "eligible for backup all of a sudden",
                                Reason.BACKUP_ELIGIBILITY_CHANGED,
                                a -> a.withFlags(UP | UV | BE)),
                        signingInWith(
                                "a counter that was seen before", Reason.COUNTER_NOT_INCREASED, a -> a.withCounter(5)),
                        signingInWith(
                                "a counter that was rolled back", Reason.COUNTER_NOT_INCREASED, a -> a.withCounter(4)),
                        signingInWith(
                                "a counter that is no longer used",
                                Reason.COUNTER_NOT_INCREASED,
                                a -> a.withCounter(0)),
                        signingInWith(
                                "a damaged signature",
                                Reason.SIGNATURE_INVALID,
                                a -> a.withSignatureFault(signature -> changed(signature, signature.length - 1))),
                        signingInWith(
                                "data changed after signing",
                                Reason.SIGNATURE_INVALID,
                                a -> a.withDataFault(data -> changed(data, 36))),
                        signingInWith(
                                "data that end too early",
                                Reason.MALFORMED_RESPONSE,
                                a -> a.withDataFault(data -> Arrays.copyOf(data, 20))),
                        signingInWith(
                                "more behind the data",
                                Reason.MALFORMED_RESPONSE,
                                a -> a.withDataFault(data -> Arrays.copyOf(data, data.length + 1))),
                        signingInWith("an unknown passkey", Reason.CREDENTIAL_UNKNOWN, a -> Samples.authenticator()),
                        Stream.of(
                                discovering(
                                        "a passkey that came without its key",
                                        Reason.PUBLIC_KEY_NOT_KNOWN,
                                        RefusedCeremoniesTest::discoverWithoutPublicKey),
                                signingIn(
                                        "another challenge",
                                        Reason.WRONG_CHALLENGE,
                                        test -> test.signInWithResponseTo(test.startLogin(), test.startLogin())),
                                signingIn(
                                        "the passkey of another",
                                        Reason.CREDENTIAL_OF_ANOTHER_USER,
                                        RefusedCeremoniesTest::signInWithPasskeyOfAnother),
                                signingIn(
                                        "a passkey that was not there at the start",
                                        Reason.CREDENTIAL_NOT_ALLOWED,
                                        RefusedCeremoniesTest::signInWithPasskeyMadeLater),
                                signingIn(
                                        "a foreign user handle",
                                        Reason.USER_HANDLE_MISMATCH,
                                        test -> test.finishLogin(test.startLogin(), test.adas, test.eve)),
                                discovering(
                                        "a foreign user handle",
                                        Reason.USER_HANDLE_MISMATCH,
                                        test -> test.discover(test.adas, test.eve))))
                .flatMap(faults -> faults);
    }

    private static Stream<Fault> handshakeFaults() {
        return Stream.of(
                registering("a replay", Reason.HANDSHAKE_UNKNOWN, RefusedCeremoniesTest::registerTwice),
                signingIn("a replay", Reason.HANDSHAKE_UNKNOWN, RefusedCeremoniesTest::signInTwice),
                registering(
                        "the handshake of a login",
                        Reason.HANDSHAKE_UNKNOWN,
                        test -> test.finishRegistration(test.startLogin(), test.fresh)),
                discovering(
                        "the handshake of a registration",
                        Reason.HANDSHAKE_UNKNOWN,
                        test -> test.api.post(
                                LOGIN + "finish", text(FinishBody.login(test.startRegistration(), test.adas, "")))),
                registering("the handshake of another app", Reason.HANDSHAKE_UNKNOWN, test -> test.api
                        .at(OTHER_APP)
                        .post(
                                REGISTER + "finish",
                                text(FinishBody.registration(test.startRegistration(), test.fresh)))),
                discovering("the handshake of another app", Reason.HANDSHAKE_UNKNOWN, test -> test.api
                        .at(OTHER_APP)
                        .post(LOGIN + "finish", text(FinishBody.login(test.startLogin(), test.adas, "")))),
                discovering(
                        "a passkey of another app",
                        Reason.CREDENTIAL_UNKNOWN,
                        RefusedCeremoniesTest::discoverInAnotherApp),
                registering("too late", Reason.HANDSHAKE_EXPIRED, test -> {
                    JsonObject handshake = test.startRegistration();
                    test.fixture.clock.advance(Duration.ofMinutes(10));
                    return test.finishRegistration(handshake, test.fresh);
                }),
                signingIn("too late", Reason.HANDSHAKE_EXPIRED, test -> {
                    JsonObject handshake = test.startLogin();
                    test.fixture.clock.advance(Duration.ofMinutes(30));
                    return test.finishLogin(handshake, test.adas, test.ada);
                }),
                registering(
                        "in the name of another",
                        Reason.HANDSHAKE_OF_ANOTHER_USER,
                        test -> test.api.post(
                                REGISTER + "finish",
                                text(FinishBody.registration(test.startRegistration(), test.fresh)
                                        .add("user_id", test.ada.id())))));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void eachFaultHasItsReasonInTheLogAndTheCountAndItsCodeOnTheWire(Fault fault) {
        Answer answer = fault.calls().apply(this);

        assertThat(log.lines()).last().asString().containsPattern("refused: " + fault.reason() + "( |$)");
        assertThat(fixture.refused).last().extracting(CeremonyRefused::reason).isEqualTo(fault.reason());
        assertThat(answer.status()).isEqualTo(fault.status());
        assertThat(answer.code()).isEqualTo(fault.code());
        assertThat(answer.error()).isEqualTo("The passkey could not be verified. Please start again.");
    }

    /** Reasons of attestation are those of {@link AttestationTest}. */
    @Test
    void everyReasonIsAmongTheFaults() {
        Set<Reason> seen =
                faults().map(Fault::reason).collect(Collectors.toCollection(() -> EnumSet.noneOf(Reason.class)));

        assertThat(seen).isEqualTo(EnumSet.complementOf(AttestationTest.REASONS));
    }

    @Test
    void aBodyThatIsTooBigIsRefusedBeforeItsHandshakeIsUsed() {
        JsonObject handshake = startRegistration();
        JsonObjectBuilder big = FinishBody.registration(handshake, fresh).add("padding", "x".repeat(64 * 1024));

        Answer refused = api.post(REGISTER + "finish", text(big));

        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.code()).isEqualTo("invalid_request");
        assertThat(finishRegistration(handshake, fresh).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource({"id, ''", "id, *", "type, password"})
    void aMemberThatIsWrongIsNamedBeforeItsHandshakeIsUsed(String member, String wrong) {
        JsonObject handshake = startRegistration();
        JsonObject honest = FinishBody.registration(handshake, fresh).build();
        JsonObjectBuilder response = Json.createObjectBuilder(honest.getJsonObject("handshake_response"))
                .remove("rawId")
                .add(member, wrong);

        Answer refused = api.post(
                REGISTER + "finish", text(Json.createObjectBuilder(honest).add("handshake_response", response)));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("invalid_request");
        assertThat(refused.error()).startsWith("handshake_response." + member + ":");
        assertThat(finishRegistration(handshake, fresh).status()).isEqualTo(201);
    }

    private static SoftwareAuthenticator key(KeyKind kind) {
        return SoftwareAuthenticator.at(Samples.ORIGIN.value(), Samples.ORIGIN.host(), kind);
    }

    private static byte[] changed(byte[] bytes, int at) {
        bytes[at] ^= 1;
        return bytes;
    }

    private static String text(JsonObjectBuilder body) {
        return body.build().toString();
    }

    private static String handleOf(User user) {
        return CreationOptions.userHandle(user.id()).toBase64Url();
    }

    private JsonObject start(String ceremony, EmailAddress identifier) {
        Answer answer = api.post(ceremony + "start", "{'identifier':'" + identifier.value() + "'}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().getJsonObject("handshake");
    }

    private JsonObject startRegistration() {
        return start(REGISTER, EVE);
    }

    private JsonObject startLogin() {
        return start(LOGIN, ADA);
    }

    private JsonObject startDiscovery(WireApi at) {
        return at.post(LOGIN + "start", "{}").json().getJsonObject("handshake");
    }

    private Answer register(SoftwareAuthenticator by) {
        return finishRegistration(startRegistration(), by);
    }

    private Answer finishRegistration(JsonObject handshake, SoftwareAuthenticator by) {
        return api.post(REGISTER + "finish", text(FinishBody.registration(handshake, by)));
    }

    private Answer registerTwice() {
        String body = text(FinishBody.registration(startRegistration(), fresh));
        assertThat(api.post(REGISTER + "finish", body).status()).isEqualTo(201);
        return api.post(REGISTER + "finish", body);
    }

    /** The response to one handshake under the id of another. */
    private Answer finishWithResponseTo(JsonObject answered, JsonObject named) {
        return api.post(
                REGISTER + "finish",
                text(FinishBody.registration(answered, fresh).add("handshake_id", named.getString("id"))));
    }

    private Answer finishWithId(JsonObject handshake, Bytes credentialId) {
        JsonObject honest = FinishBody.registration(handshake, fresh).build();
        JsonObjectBuilder response = Json.createObjectBuilder(honest.getJsonObject("handshake_response"))
                .add("id", credentialId.toBase64Url())
                .add("rawId", credentialId.toBase64Url());
        return api.post(
                REGISTER + "finish", text(Json.createObjectBuilder(honest).add("handshake_response", response)));
    }

    private Answer signIn(SoftwareAuthenticator by) {
        return finishLogin(startLogin(), by, ada);
    }

    private Answer finishLogin(JsonObject handshake, SoftwareAuthenticator by, User handle) {
        return api.post(
                LOGIN + "finish",
                text(FinishBody.login(handshake, by, handleOf(handle)).add("user_id", ada.id())));
    }

    private Answer signInTwice() {
        String body = text(FinishBody.login(startLogin(), adas, "").add("user_id", ada.id()));
        assertThat(api.post(LOGIN + "finish", body).status()).isEqualTo(200);
        return api.post(LOGIN + "finish", body);
    }

    private Answer signInWithResponseTo(JsonObject answered, JsonObject named) {
        return api.post(
                LOGIN + "finish",
                text(FinishBody.login(answered, adas, "")
                        .add("user_id", ada.id())
                        .add("handshake_id", named.getString("id"))));
    }

    private Answer signInWithPasskeyOfAnother() {
        assertThat(register(fresh).status()).isEqualTo(201);
        return finishLogin(startLogin(), fresh, eve);
    }

    private Answer signInWithPasskeyMadeLater() {
        JsonObject handshake = startLogin();
        fixture.clock.advance(Duration.ofSeconds(1));
        fixture.added(ada, fresh);
        return finishLogin(handshake, fresh, ada);
    }

    private Answer discover(SoftwareAuthenticator by, User handle) {
        return api.post(LOGIN + "finish", text(FinishBody.login(startDiscovery(api), by, handleOf(handle))));
    }

    private Answer discoverWithoutPublicKey() {
        CredentialRecord keyless = new CredentialRecord(
                fresh.credentialId(), Bytes.of(new byte[0]), new UUID(0, 0).toString(), 0, true, true);
        fixture.credentials.add(Credential.restored(
                "d2WsX5eDc8RfV1tGbYh3NuJm",
                fixture.app.id(),
                eve.id(),
                keyless,
                Set.of(),
                null,
                "Old phone",
                fixture.clock.instant(),
                fixture.clock.instant()));
        return discover(fresh, eve);
    }

    private Answer discoverInAnotherApp() {
        WireApi other = api.at(OTHER_APP);
        return other.post(LOGIN + "finish", text(FinishBody.login(startDiscovery(other), adas, handleOf(ada))));
    }
}
