package io.github.passage4j.server.apps;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.passage4j.server.testing.Samples;
import io.github.passage4j.server.wire.JsonbSetup;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AppInfoTest {

    private final JsonObject app =
            json(new AppInfo.Answer(AppInfo.of(Samples.app()))).getJsonObject("app");

    private static JsonObject json(Object body) {
        try (JsonReader reader =
                Json.createReader(new StringReader(JsonbSetup.create().toJson(body)))) {
            return reader.readObject();
        }
    }

    @Test
    void hasEveryKeyOfTheContract() {
        assertThat(app.keySet())
                .containsExactlyInAnyOrder(
                        "id",
                        "name",
                        "auth_origin",
                        "login_url",
                        "redirect_url",
                        "default_language",
                        "ephemeral",
                        "allowed_identifier",
                        "required_identifier",
                        "public_signup",
                        "profile_management",
                        "require_identifier_verification",
                        "require_email_verification",
                        "session_timeout_length",
                        "auth_fallback_method",
                        "auth_fallback_method_ttl",
                        "auth_methods",
                        "social_connections",
                        "passage_branding",
                        "rsa_public_key",
                        "user_metadata_schema",
                        "layouts",
                        "element_customization",
                        "element_customization_dark");
    }

    @Test
    void namesOnlyTheMethodsThatWork() {
        assertThat(app.getJsonObject("auth_methods").keySet())
                .containsExactlyInAnyOrder("passkeys", "otp", "magic_link");
    }

    @ParameterizedTest
    @ValueSource(strings = {"element_customization", "element_customization_dark"})
    void hasTwentyLooksWithoutAGap(String key) {
        assertThat(app.getJsonObject(key)).hasSize(20).doesNotContainValue(JsonValue.NULL);
    }

    @Test
    void showsTheFieldInTheProfileOnly() {
        JsonObject field = app.getJsonArray("user_metadata_schema").getJsonObject(0);

        assertThat(field.getString("type")).isEqualTo("string");
        assertThat(field.getBoolean("profile")).isTrue();
        assertThat(field.getBoolean("registration")).isFalse();
        assertThat(app.getJsonObject("layouts").getJsonArray("registration")).isEmpty();
        assertThat(app.getJsonObject("layouts")
                        .getJsonArray("profile")
                        .getJsonObject(0)
                        .getString("id"))
                .isEqualTo(field.getString("id"));
    }

    @Test
    void tellsOriginAndPages() {
        assertThat(app.getString("auth_origin")).isEqualTo("https://shop.example");
        assertThat(app.getString("login_url")).isEqualTo("/login");
        assertThat(app.getString("redirect_url")).isEqualTo("/dashboard");
        assertThat(app.getBoolean("public_signup")).isTrue();
    }
}
