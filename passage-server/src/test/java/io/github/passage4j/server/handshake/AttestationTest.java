package io.github.passage4j.server.handshake;

import static io.github.passage4j.server.testing.CeremonyFixture.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.passage4j.server.register.RegisterResource;
import io.github.passage4j.server.testing.CeremonyFixture;
import io.github.passage4j.server.testing.FinishBody;
import io.github.passage4j.server.testing.MapApps;
import io.github.passage4j.server.testing.Samples;
import io.github.passage4j.server.testing.SoftwareAuthenticator;
import io.github.passage4j.server.testing.TestMaker;
import io.github.passage4j.server.testing.WireApi;
import io.github.passage4j.server.testing.WireApi.Answer;
import io.github.passage4j.server.webauthn.AttestationPolicy;
import io.github.passage4j.server.webauthn.CeremonyException.Reason;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What new passkeys must prove of themselves, on the wire. */
class AttestationTest {

    static final EnumSet<Reason> REASONS = EnumSet.of(
            Reason.ATTESTATION_INVALID,
            Reason.ATTESTATION_MISSING,
            Reason.ATTESTATION_NOT_TRUSTED,
            Reason.AUTHENTICATOR_NOT_ALLOWED);

    private static final UUID MODEL = UUID.fromString("6f3a1c1e-9f62-4a54-8e3c-0d5b7a2f9c11");
    private static final UUID OTHER_MODEL = UUID.fromString("0b7d42aa-51c3-4c0e-b6aa-1f2e3d4c5b6a");

    private static TestMaker maker;
    private static TestMaker stranger;

    private final CeremonyFixture fixture;
    private final WireApi api;

    AttestationTest(@TempDir Path directory) {
        fixture = new CeremonyFixture(directory, maker);
        fixture.pending(ADA);
        api = new WireApi(new MapApps(fixture.app), new RegisterResource(fixture.registration));
    }

    @BeforeAll
    static void makeMakers(@TempDir Path directory) {
        maker = new TestMaker(directory);
        stranger = new TestMaker(directory);
    }

    private void demand(UUID... models) {
        Set<String> names = Set.copyOf(Arrays.stream(models).map(UUID::toString).toList());
        fixture.app.demandAttestation(AttestationPolicy.required(names), fixture.clock.instant());
    }

    private JsonObject start() {
        return api.post("/register/webauthn/start", "{'identifier':'" + ADA.value() + "'}")
                .json()
                .getJsonObject("handshake");
    }

    private Answer register(SoftwareAuthenticator by) {
        return api.post(
                "/register/webauthn/finish",
                FinishBody.registration(start(), by).build().toString());
    }

    private void assertRefused(Reason reason, SoftwareAuthenticator by) {
        Answer answer = register(by);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("invalid_request");
        assertThat(fixture.refused).extracting(CeremonyRefused::reason).containsExactly(reason);
    }

    private String askedFor() {
        return start().getJsonObject("challenge").getJsonObject("publicKey").getString("attestation");
    }

    @Test
    void isNotAskedForAndNotJudgedUnlessTheAppSaysSo() {
        assertThat(askedFor()).isEqualTo("none");
        assertThat(register(Samples.authenticator().madeBy(stranger, OTHER_MODEL))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void ofATrustedMakerIsTaken() {
        demand();

        assertThat(askedFor()).isEqualTo("direct");
        assertThat(register(Samples.authenticator().madeBy(maker, MODEL)).status())
                .isEqualTo(201);
    }

    @Test
    void ofAModelThatTheAppTakesIsTaken() {
        demand(MODEL, OTHER_MODEL);

        assertThat(register(Samples.authenticator().madeBy(maker, MODEL)).status())
                .isEqualTo(201);
    }

    @Test
    void ofAnotherModelIsRefused() {
        demand(OTHER_MODEL);

        assertRefused(Reason.AUTHENTICATOR_NOT_ALLOWED, Samples.authenticator().madeBy(maker, MODEL));
    }

    @Test
    void mayNotBeMissing() {
        demand();

        assertRefused(Reason.ATTESTATION_MISSING, Samples.authenticator());
    }

    @Test
    void ofNobodyButTheDeviceItselfIsRefused() {
        demand();

        assertRefused(Reason.ATTESTATION_NOT_TRUSTED, Samples.authenticator().vouchingForItself());
    }

    @Test
    void ofAnUnknownMakerIsRefusedWhateverModelItClaims() {
        demand(MODEL);

        assertRefused(Reason.ATTESTATION_NOT_TRUSTED, Samples.authenticator().madeBy(stranger, MODEL));
    }

    @Test
    void withAnotherSignatureIsRefused() {
        demand();

        assertRefused(
                Reason.ATTESTATION_INVALID,
                Samples.authenticator().madeBy(maker, MODEL).withSignatureFault(signature -> {
                    signature[signature.length - 1] ^= 1;
                    return signature;
                }));
    }
}
