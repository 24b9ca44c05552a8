package io.github.passage4j.server.handshake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.passage4j.server.testing.Samples;
import io.github.passage4j.server.webauthn.Challenge;
import io.github.passage4j.server.wire.JsonbSetup;
import io.github.passage4j.server.wire.PassageException;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.bind.Jsonb;
import java.io.StringReader;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

    private static final String USER = "u5RnV8sLq2KdT0yHb7MwXc3e";

    private final Jsonb jsonb = JsonbSetup.create();
    private final Handshake handshake = new Handshake(
            "h8TnB3vGy6UjM1kIo4LpQ9aZ",
            Samples.APP_ID,
            Handshake.Purpose.LOGIN,
            USER,
            Challenge.random(new SecureRandom()),
            Samples.NOW);

    private JsonObject options(Object options) {
        String json = jsonb.toJson(HandshakeView.of(handshake, options));
        JsonObject view = Json.createReader(new StringReader(json)).readObject();
        assertThat(view.getString("id")).isEqualTo(handshake.id());
        return view.getJsonObject("challenge").getJsonObject("publicKey");
    }

    @Nested
    class Creation {

        private JsonObject creation(AuthenticatorAttachment attachment) {
            return options(
                    CreationOptions.of(Samples.app(), handshake, USER, "ada@example.org", List.of(), attachment));
        }

        @Test
        void hasTheKeysThatClientsLetThrough() {
            JsonObject options = creation(AuthenticatorAttachment.ANY);

            assertThat(options.keySet())
                    .containsExactlyInAnyOrder(
                            "rp",
                            "user",
                            "challenge",
                            "pubKeyCredParams",
                            "timeout",
                            "excludeCredentials",
                            "authenticatorSelection",
                            "attestation");
            assertThat(options.getJsonObject("rp").keySet()).containsExactlyInAnyOrder("id", "name");
            assertThat(options.getJsonObject("user").keySet()).containsExactlyInAnyOrder("id", "name", "displayName");
        }

        @Test
        void wantsADiscoverableUserVerifyingCredentialWithoutAttestation() {
            JsonObject options = creation(AuthenticatorAttachment.ANY);
            JsonObject selection = options.getJsonObject("authenticatorSelection");

            assertThat(selection.getString("residentKey")).isEqualTo("required");
            assertThat(selection.getBoolean("requireResidentKey")).isTrue();
            assertThat(selection.getString("userVerification")).isEqualTo("required");
            assertThat(selection.containsKey("authenticatorAttachment")).isFalse();
            assertThat(options.getString("attestation")).isEqualTo("none");
        }

        @Test
        void offersEs256EdDsaAndRs256() {
            assertThat(creation(AuthenticatorAttachment.ANY).getJsonArray("pubKeyCredParams"))
                    .extracting(parameter -> parameter.asJsonObject().getInt("alg"))
                    .containsExactly(-7, -8, -257);
        }

        @Test
        void hasTheUserIdInUtf8AsUserHandle() {
            assertThat(creation(AuthenticatorAttachment.ANY)
                            .getJsonObject("user")
                            .getString("id"))
                    .isEqualTo("dTVSblY4c0xxMktkVDB5SGI3TXdYYzNl");
        }

        @Test
        void passesTheAttachmentOn() {
            JsonObject selection =
                    creation(AuthenticatorAttachment.parse("cross-platform")).getJsonObject("authenticatorSelection");

            assertThat(selection.getString("authenticatorAttachment")).isEqualTo("cross-platform");
        }

        @Test
        void knowsThreeAttachments() {
            assertThat(AuthenticatorAttachment.parse(null)).isEqualTo(AuthenticatorAttachment.ANY);
            assertThat(AuthenticatorAttachment.parse("any")).isEqualTo(AuthenticatorAttachment.ANY);
            assertThat(AuthenticatorAttachment.parse("platform")).isEqualTo(AuthenticatorAttachment.PLATFORM);
            assertThatExceptionOfType(PassageException.class)
                    .isThrownBy(() -> AuthenticatorAttachment.parse("usb"))
                    .withMessageStartingWith("authenticator_attachment:");
        }
    }

    @Nested
    class Request {

        @Test
        void forAUserNamesItsPasskeys() {
            JsonObject options = options(RequestOptions.forUser(Samples.app(), handshake, List.of()));

            assertThat(options.keySet())
                    .containsExactlyInAnyOrder("challenge", "timeout", "rpId", "allowCredentials", "userVerification");
            assertThat(options.getString("rpId")).isEqualTo("shop.example");
            assertThat(options.getString("userVerification")).isEqualTo("required");
        }

        @Test
        void forAnyoneNamesNone() {
            JsonObject options = options(RequestOptions.discoverable(Samples.app(), handshake));

            assertThat(options.keySet()).containsExactlyInAnyOrder("challenge", "timeout", "rpId", "userVerification");
        }
    }

    @Nested
    class Finish {

        private FinishCommand read(String json) {
            return jsonb.fromJson(json, FinishCommand.class);
        }

        @Test
        void isReadAsPublishedClientsSendIt() {
            FinishCommand command = read("""
                    {"handshake_id":"h8","user_id":"u5","handshake_response":{"id":"AbCd","rawId":"AbCd","type":"public-key",
                     "response":{"attestationObject":"o2Nm","clientDataJSON":"eyJ0"},"transports":["internal","hybrid"]}}""");

            assertThat(command.requiredHandshakeId()).isEqualTo("h8");
            assertThat(command.namedUserId()).isEqualTo("u5");
            assertThat(command.requiredResponse()
                            .toRegistration()
                            .credentialId()
                            .toBase64Url())
                    .isEqualTo("AbCd");
            assertThat(command.requiredResponse().toRegistration().transports()).contains("internal", "hybrid");
        }

        @Test
        void isReadAsBrowsersWriteIt() {
            FinishCommand command = read("""
                    {"handshake_id":"h8","handshake_response":{"id":"AbCd","rawId":"AbCd","type":"public-key",
                     "authenticatorAttachment":"platform","clientExtensionResults":{"credProps":{"rk":true}},
                     "response":{"attestationObject":"o2Nm","clientDataJSON":"eyJ0","transports":["usb"],"publicKeyAlgorithm":-7}}}""");

            assertThat(command.requiredResponse().toRegistration().transports()).containsExactly("usb");
        }

        @Test
        void takesAnEmptyUserHandleForNone() {
            FinishCommand command = read("""
                    {"handshake_id":"h8","user_id":"","handshake_response":{"id":"AbCd","rawId":"AbCd","type":"public-key",
                     "response":{"clientDataJSON":"eyJ0","authenticatorData":"AAAA","signature":"AAAA","userHandle":""}}}""");

            assertThat(command.namedUserId()).isNull();
            assertThat(command.requiredResponse().userHandle()).isEmpty();
            assertThat(command.requiredResponse().toAssertion().signature().length())
                    .isEqualTo(3);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{}",
                    "{\"response\":{}}",
                    "{\"rawId\":\"AA\",\"response\":{}}",
                    "{\"rawId\":\"*\",\"response\":{\"clientDataJSON\":\"AA\",\"attestationObject\":\"AA\"}}",
                    "{\"rawId\":\"AA\",\"response\":{\"clientDataJSON\":\"A+/A\",\"attestationObject\":\"AA\"}}",
                    "{\"rawId\":\"AA\",\"type\":\"password\",\"response\":{\"clientDataJSON\":\"AA\",\"attestationObject\":\"AA\"}}"
                })
        void isRefusedWithThePartNamed(String response) {
            FinishCommand command = read("{\"handshake_id\":\"h8\",\"handshake_response\":" + response + "}");

            assertThatExceptionOfType(PassageException.class)
                    .isThrownBy(() -> command.requiredResponse().toRegistration())
                    .withMessageStartingWith("handshake_response.");
        }

        @Test
        void isRefusedWithoutHandshakeOrResponse() {
            FinishCommand command = read("{}");

            assertThatExceptionOfType(PassageException.class)
                    .isThrownBy(command::requiredHandshakeId)
                    .withMessage("handshake_id: is required");
            assertThatExceptionOfType(PassageException.class)
                    .isThrownBy(command::requiredResponse)
                    .withMessage("handshake_response: is required");
        }
    }
}
