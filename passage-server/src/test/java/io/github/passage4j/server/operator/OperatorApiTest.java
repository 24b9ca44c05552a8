package io.github.passage4j.server.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.passage4j.server.apps.App;
import io.github.passage4j.server.config.KeyConfig;
import io.github.passage4j.server.jwks.KeyRotation;
import io.github.passage4j.server.jwks.SigningKeys;
import io.github.passage4j.server.jwks.TestSigningKeys;
import io.github.passage4j.server.testing.DirectEvent;
import io.github.passage4j.server.testing.MapApps;
import io.github.passage4j.server.testing.MutableClock;
import io.github.passage4j.server.testing.Samples;
import io.github.passage4j.server.testing.WireApi;
import io.github.passage4j.server.testing.WireApi.Answer;
import io.github.passage4j.server.webauthn.AttestationPolicy;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperatorApiTest {

    private final App app = Samples.app();
    private final MapApps apps = new MapApps(app);
    private final MutableClock clock = new MutableClock();
    private final SigningKeys keys;
    private final WireApi all;
    private final WireApi one;

    OperatorApiTest(@TempDir Path directory) {
        TestSigningKeys store = new TestSigningKeys();
        keys = TestSigningKeys.on(store, app.id(), Samples.config(directory), clock);
        KeyRotation rotation = new KeyRotation(
                store,
                keys,
                new KeyConfig(Duration.ofDays(90), Optional.empty()),
                new DirectEvent<>(keys::forget),
                clock);
        one = new WireApi(
                apps,
                new OperatorAppsResource(
                        Samples.config(directory),
                        apps,
                        new OperatorApps(apps, keys, clock, new SecureRandom()),
                        rotation));
        all = one.at("");
    }

    private static void assertRefused(Answer answer, int status, String code) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
    }

    @Test
    void tellsWhichAppIsMeantWhenNoneIsNamed() {
        assertThat(all.get("/default").json().getJsonObject("app").getString("id"))
                .isEqualTo(app.id());
    }

    @Test
    void makesAnAppThatCanSignTokens() {
        Answer made = all.post("", "{'name':'Second Shop','origin':'https://second.example','otp':false}");

        assertThat(made.status()).isEqualTo(201);
        JsonObject shown = made.json().getJsonObject("app");
        assertThat(shown.getString("auth_origin")).isEqualTo("https://second.example");
        assertThat(shown.getJsonObject("auth_methods").getJsonObject("otp").getBoolean("enabled"))
                .isFalse();
        String id = shown.getString("id");
        assertThat(apps.find(id)).map(App::rpId).contains("second.example");
        assertThat(keys.ring(id).currentId()).isNotEqualTo(keys.ring(app.id()).currentId());
    }

    @Test
    void changesWhatIsGivenAndLeavesTheRest() {
        Answer changed = one.patch(
                "",
                "{'public_signup':false,'token_minutes':5,'refresh_days':1,'login_url':'/in',"
                        + "'fields':[{'field_name':'birthday','type':'date','registration':true}]}");

        assertThat(changed.status()).isEqualTo(200);
        assertThat(app.hasPublicSignup()).isFalse();
        assertThat(app.tokenLifetime()).isEqualTo(Duration.ofMinutes(5));
        assertThat(app.refreshAbsoluteLifetime()).isEqualTo(Duration.ofDays(1));
        assertThat(app.refreshIdleLifetime()).isEqualTo(Duration.ofDays(1));
        assertThat(app.loginUrl()).isEqualTo("/in");
        assertThat(app.metadataFields()).hasSize(2).last().satisfies(field -> {
            assertThat(field.fieldName()).isEqualTo("birthday");
            assertThat(field.isAskedAtRegistration()).isTrue();
        });
        assertThat(app.name()).isEqualTo("Example Shop");
        assertThat(app.hasOneTimeCodes()).isTrue();
    }

    @Test
    void setsTheLookOfTheElementsKeyByKey() {
        one.patch(
                "",
                "{'look':{'passage_container_max_width':480,'passage_header_font_family':'Georgia'},"
                        + "'look_dark':{'passage_body_text_color':'#fff'}}");
        Answer changed = one.patch("", "{'look':{'passage_header_font_family':null}}");

        JsonObject shown = changed.json().getJsonObject("app");
        JsonObject light = shown.getJsonObject("element_customization");
        assertThat(light).hasSize(20);
        assertThat(light.getInt("passage_container_max_width")).isEqualTo(480);
        assertThat(light.getString("passage_header_font_family")).isEqualTo("Helvetica");
        JsonObject dark = shown.getJsonObject("element_customization_dark");
        assertThat(dark).hasSize(20);
        assertThat(dark.getString("passage_body_text_color")).isEqualTo("#fff");
        assertThat(dark.getInt("passage_container_max_width")).isEqualTo(300);
    }

    @Test
    void setsWhatNewPasskeysMustProve() {
        one.patch("", "{'attestation':'required','authenticators':['6F3A1C1E-9F62-4A54-8E3C-0D5B7A2F9C11']}");
        assertThat(app.attestation())
                .isEqualTo(AttestationPolicy.required(Set.of("6f3a1c1e-9f62-4a54-8e3c-0d5b7a2f9c11")));

        one.patch("", "{'authenticators':[]}");
        assertThat(app.attestation()).isEqualTo(AttestationPolicy.required(Set.of()));

        one.patch("", "{'attestation':'none'}");
        assertThat(app.attestation()).isEqualTo(AttestationPolicy.NONE);
    }

    @Test
    void bindsPasskeysToADomainAboveTheHost() {
        one.patch("", "{'origin':'https://login.shop.example','rp_id':'Shop.example'}");
        assertThat(app.rpId()).isEqualTo("shop.example");

        one.patch("", "{'origin':'https://www.shop.example'}");
        assertThat(app.rpId()).isEqualTo("shop.example");

        for (String foreign : List.of("example", "op.example", "www.shop.example.evil.example", "")) {
            assertThat(one.patch("", "{'rp_id':'" + foreign + "'}").error()).startsWith("rp_id: ");
        }
        one.patch("", "{'origin':'https://elsewhere.example'}");
        assertThat(app.rpId()).isEqualTo("elsewhere.example");
    }

    @Test
    void changesEachTimeOfSignInsAlone() {
        one.patch("", "{'refresh_idle_days':3}");
        assertThat(app.refreshAbsoluteLifetime()).isEqualTo(Duration.ofDays(30));
        assertThat(app.refreshIdleLifetime()).isEqualTo(Duration.ofDays(3));

        one.patch("", "{'refresh_days':60}");
        assertThat(app.refreshAbsoluteLifetime()).isEqualTo(Duration.ofDays(60));
        assertThat(app.refreshIdleLifetime()).isEqualTo(Duration.ofDays(3));

        assertThat(one.patch("", "{'refresh_idle_days':61}").code()).isEqualTo("invalid_request");
    }

    @Test
    void endsRefreshingByZeroDays() {
        one.patch("", "{'refresh_days':0}");

        assertThat(app.hasRefreshTokens()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'name':''} | name",
                "{'name':'a\\u0007'} | name",
                "{'origin':'shop.example'} | origin",
                "{'login_url':'//evil.example'} | login_url",
                "{'redirect_url':'javascript:x'} | redirect_url",
                "{'default_language':'klingon'} | default_language",
                "{'allowed_identifier':'name'} | allowed_identifier",
                "{'attestation':'direct'} | attestation",
                "{'attestation':'required','authenticators':['YubiKey']} | authenticators",
                "{'authenticators':['6f3a1c1e-9f62-4a54-8e3c-0d5b7a2f9c11']} | authenticators",
                "{'look':{'colour':'#fff'}} | look",
                "{'look':{'passage_body_text_color':'red; }'}} | look.passage_body_text_color",
                "{'look':{'passage_body_font_family':'Evil'}} | look.passage_body_font_family",
                "{'look_dark':{'passage_container_max_width':-1}} | look_dark.passage_container_max_width",
                "{'look_dark':{'passage_container_max_width':'480'}} | look_dark.passage_container_max_width",
                "{'token_minutes':0} | token_minutes",
                "{'refresh_days':366} | refresh_days",
                "{'refresh_days':2,'refresh_idle_days':3} | refresh_idle_days",
                "{'passkeys':false,'otp':false,'magic_link':false} | passkeys",
                "{'fields':[{'field_name':'Nick Name','type':'string'}]} | field_name",
                "{'fields':[{'field_name':'nickname','type':'string'}]} | field_name",
                "{'fields':[{'field_name':'age','type':'number'}]} | type"
            })
    void namesWhatIsWrong(String body, String field) {
        Answer answer = one.patch("", body);

        assertRefused(answer, 400, "invalid_request");
        assertThat(answer.error()).startsWith(field + ": ");
    }

    @Test
    void makesAnApiKeyThatIsShownOnceAndRevoked() {
        JsonObject made = one.post("/api-keys", "{'name':'backend'}").json().getJsonObject("api_key");
        assertThat(made.getString("key")).matches("[0-9A-Za-z]{48}");
        assertRefused(one.post("/api-keys", "{'name':' '}"), 400, "invalid_request");

        JsonObject listed = one.get("/api-keys").json().getJsonArray("api_keys").getJsonObject(0);
        assertThat(listed.keySet()).containsExactlyInAnyOrder("id", "name", "created_at");
        assertThat(one.delete("/api-keys/" + listed.getString("id")).status()).isEqualTo(200);

        assertThat(one.get("/api-keys").json().getJsonArray("api_keys")).isEmpty();
        assertRefused(one.delete("/api-keys/" + listed.getString("id")), 404, "api_key_not_found");
    }

    @Test
    void rotatesSigningKeysInTimeOrAtOnce() {
        JsonObject begun = one.post("/signing-keys/rotate", "{'now':false}").json();
        assertThat(begun.getJsonArray("signing_keys")).hasSize(2);
        assertThat(begun.getString("next_signs_from")).isEqualTo("2026-11-22T10:00:00.123456Z");

        JsonObject replaced = one.post("/signing-keys/rotate", "{'now':true}").json();

        assertThat(replaced.getJsonArray("signing_keys")).hasSize(1);
        assertThat(replaced.getJsonArray("signing_keys").getJsonObject(0).getString("state"))
                .isEqualTo("current");
    }

    @Test
    void knowsNoOtherApp() {
        assertRefused(one.at("aaaaaaaaaaaaaaaaaaaaaaaa").get(""), 404, "app_not_found");
        assertRefused(one.at("aaaaaaaaaaaaaaaaaaaaaaaa").patch("", "{'name':'x'}"), 404, "app_not_found");
    }
}
