package io.github.passage4j.server.users;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.passage4j.server.testing.Samples;
import io.github.passage4j.server.wire.JsonbSetup;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class ViewsTest {

    private final User ada = new User(
            "u5RnV8sLq2KdT0yHb7MwXc3e", Samples.APP_ID, EmailAddress.parse("ada@example.org"), null, Samples.NOW);

    private static JsonObject json(Object body) {
        return Json.createReader(new StringReader(JsonbSetup.create().toJson(body)))
                .readObject();
    }

    @Test
    void anUnknownUserIsNullAndNotAbsent() {
        assertThat(JsonbSetup.create().toJson(new UserView.Answer(null))).isEqualTo("{\"user\":null}");
    }

    @Test
    void aPublicUserHasTheKeysOfTheContract() {
        JsonObject user = json(new UserView.Answer(UserView.of(ada, List.of()))).getJsonObject("user");

        assertThat(user.keySet())
                .containsExactlyInAnyOrder(
                        "id",
                        "email",
                        "email_verified",
                        "phone",
                        "phone_verified",
                        "status",
                        "user_metadata",
                        "webauthn",
                        "webauthn_types");
        assertThat(user.get("user_metadata")).isEqualTo(JsonValue.NULL);
        assertThat(user.getString("phone")).isEmpty();
        assertThat(user.getString("status")).isEqualTo("pending");
        assertThat(user.getJsonArray("webauthn_types")).isEmpty();
    }

    @Test
    void aManagedUserHasTheKeysOfTheContract() {
        JsonObject user = json(new PassageUserView.Answer(PassageUserView.of(ada, List.of(), List.of())))
                .getJsonObject("user");

        assertThat(user.keySet())
                .containsExactlyInAnyOrder(
                        "id",
                        "external_id",
                        "email",
                        "email_verified",
                        "phone",
                        "phone_verified",
                        "status",
                        "login_count",
                        "user_metadata",
                        "created_at",
                        "updated_at",
                        "last_login_at",
                        "webauthn",
                        "webauthn_types",
                        "webauthn_devices",
                        "social_connections",
                        "recent_events");
        assertThat(user.getString("last_login_at")).startsWith("0001-01-01T00:00:00");
        assertThat(user.getString("created_at")).isEqualTo("2026-11-21T10:00:00.123456Z");
    }

    @Test
    void aPageHasFiveLinksAndEmptyOnesWhereThereIsNoPage() {
        PageRequest request = new PageRequest(2, 1, 1_795_300_000L, List.of(), List.of(), "");

        JsonObject page = json(UserPage.of(request, 2, List.of(ada), number -> "page" + number));

        assertThat(page.keySet())
                .containsExactlyInAnyOrder("_links", "created_before", "page", "limit", "total_users", "users");
        JsonObject links = page.getJsonObject("_links");
        assertThat(links.keySet()).containsExactlyInAnyOrder("self", "first", "last", "next", "previous");
        assertThat(links.getJsonObject("self").getString("href")).isEqualTo("page2");
        assertThat(links.getJsonObject("previous").getString("href")).isEqualTo("page1");
        assertThat(links.getJsonObject("last").getString("href")).isEqualTo("page2");
        assertThat(links.getJsonObject("next").getString("href")).isEmpty();
        assertThat(page.getJsonArray("users").getJsonObject(0).keySet())
                .hasSize(12)
                .doesNotContain("webauthn", "recent_events", "social_connections");
    }
}
