package io.github.passage4j.server.users;

import static io.github.passage4j.server.testing.CeremonyFixture.ADA;
import static io.github.passage4j.server.testing.CeremonyFixture.EVE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.passage4j.server.apps.ManagedAppResource;
import io.github.passage4j.server.apps.MetadataField;
import io.github.passage4j.server.testing.CeremonyFixture;
import io.github.passage4j.server.testing.MapApps;
import io.github.passage4j.server.testing.Samples;
import io.github.passage4j.server.testing.WireApi;
import io.github.passage4j.server.testing.WireApi.Answer;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManagementApiTest {

    private static final String NOBODY = "/users/aaaaaaaaaaaaaaaaaaaaaaaa";

    private final CeremonyFixture fixture;
    private final WireApi anonymous;
    private final WireApi api;

    ManagementApiTest(@TempDir Path directory) {
        fixture = new CeremonyFixture(directory);
        ManagedUsers managed = fixture.managedUsers;
        anonymous = new WireApi(
                new MapApps(fixture.app, Samples.app("aaaaaaaaaaaaaaaaaaaaaaaa")),
                new ManagedAppResource(),
                new ManagedUserResource(fixture.users, fixture.credentials, managed, fixture.userEvents),
                new ManagedUsersResource(
                        fixture.users, managed, fixture.userEvents, Samples.config(directory), fixture.clock));
        api = anonymous.as(MapApps.KEY);
    }

    private static String path(User user) {
        return "/users/" + user.id();
    }

    private static JsonObject user(Answer answer) {
        return answer.json().getJsonObject("user");
    }

    private static void assertRefused(Answer answer, int status, String code) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.headers().getFirst("Content-Type")).contains("json");
    }

    @Nested
    class Access {

        @ParameterizedTest
        @ValueSource(strings = {"", "/users", NOBODY, NOBODY + "/devices"})
        void needsAKeyOfTheApp(String path) {
            assertRefused(anonymous.get(path), 401, "invalid_access_token");
            assertRefused(anonymous.as("wrong").get(path), 401, "invalid_access_token");
        }

        @Test
        void needsAnApp() {
            assertRefused(api.at("bbbbbbbbbbbbbbbbbbbbbbbb").get(""), 404, "app_not_found");
        }

        @Test
        void endsAtTheApp() {
            User ada = fixture.pending(ADA);

            assertRefused(api.at("aaaaaaaaaaaaaaaaaaaaaaaa").get(path(ada)), 404, "user_not_found");
            assertRefused(api.at("aaaaaaaaaaaaaaaaaaaaaaaa").delete(path(ada)), 404, "user_not_found");
        }

        @ParameterizedTest
        @CsvSource({
            "GET, ''",
            "PATCH, ''",
            "DELETE, ''",
            "PATCH, /activate",
            "PATCH, /deactivate",
            "GET, /devices",
            "DELETE, /devices/d3FgHjKl5ZxCvBn7QwErTy9u",
            "DELETE, /tokens"
        })
        void needsAUser(String method, String path) {
            Answer answer =
                    switch (method) {
                        case "GET" -> api.get(NOBODY + path);
                        case "DELETE" -> api.delete(NOBODY + path);
                        default -> path.isEmpty() ? api.patch(NOBODY, "{}") : api.patch(NOBODY + path);
                    };

            assertRefused(answer, 404, "user_not_found");
        }
    }

    @Nested
    class Create {

        @Test
        void makesAPendingUserWithEveryKey() {
            Answer answer = api.post(
                    "/users",
                    "{'email':' Ada@Example.org','phone':'+491701234567','user_metadata':{'nickname':'Ada'}}");
            JsonObject user = user(answer);

            assertThat(answer.status()).isEqualTo(201);
            assertThat(user.keySet()).hasSize(17);
            assertThat(user.getString("email")).isEqualTo("ada@example.org");
            assertThat(user.getString("phone")).isEqualTo("+491701234567");
            assertThat(user.getString("status")).isEqualTo("pending");
            assertThat(user.getString("last_login_at")).isEqualTo("0001-01-01T00:00:00.000000Z");
            assertThat(user.getJsonObject("user_metadata").getString("nickname"))
                    .isEqualTo("Ada");
            assertThat(user.getJsonArray("webauthn_devices")).isEmpty();
            assertThat(user.getJsonArray("recent_events")).hasSize(1);
        }

        @Test
        void takesAPhoneAloneAndNullForAbsent() {
            Answer answer = api.post("/users", "{'email':null,'phone':'+491701234567','user_metadata':null}");

            assertThat(answer.status()).isEqualTo(201);
            assertThat(user(answer).getString("email")).isEmpty();
            assertThat(user(answer).get("user_metadata")).isEqualTo(JsonValue.NULL);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "{} | email: or phone is required",
                    "{'email':''} | email: or phone is required",
                    "{'email':'nonsense'} | email: must be an e-mail address",
                    "{'phone':'0170'} | phone: must be a phone number such as +491701234567",
                    "{'email':'a@b.example','user_metadata':{'admin':true}} | user_metadata.admin: is no field of the app",
                    "{'email':'a@b.example','user_metadata':{'<b>':true}} | user_metadata: has a key that is no field of the app"
                })
        void refusesWhatIsWrongAndNamesIt(String body, String error) {
            Answer answer = api.post("/users", body);

            assertRefused(answer, 400, "invalid_request");
            assertThat(answer.error()).isEqualTo(error);
        }

        @Test
        void refusesATakenIdentifierWith400() {
            fixture.pending(ADA);

            assertRefused(api.post("/users", "{'email':'ada@example.org'}"), 400, "invalid_request");
        }
    }

    @Nested
    class Update {

        @Test
        void changesOnlyWhatIsGiven() {
            User ada = fixture.pending(ADA);
            api.patch(path(ada), "{'user_metadata':{'nickname':'Ada'}}");

            JsonObject user = user(api.patch(path(ada), "{'phone':'+491701234567','email':null}"));

            assertThat(user.getString("email")).isEqualTo("ada@example.org");
            assertThat(user.getString("phone")).isEqualTo("+491701234567");
            assertThat(user.getJsonObject("user_metadata").getString("nickname"))
                    .isEqualTo("Ada");
        }

        @Test
        void removesAnIdentifierWhenAnotherIsLeft() {
            User ada = fixture.pending(ADA);

            assertRefused(api.patch(path(ada), "{'email':''}"), 400, "invalid_request");
            assertThat(user(api.patch(path(ada), "{'email':'','phone':'+491701234567'}"))
                            .getString("email"))
                    .isEmpty();
        }

        @Test
        void removesAValueThatIsNull() {
            User ada = fixture.pending(ADA);
            api.patch(path(ada), "{'user_metadata':{'nickname':'Ada'}}");

            JsonObject user = user(api.patch(path(ada), "{'user_metadata':{'nickname':null}}"));

            assertThat(user.getJsonObject("user_metadata")).isEmpty();
        }

        @Test
        void refusesATakenIdentifierWith400() {
            fixture.pending(ADA);
            User eve = fixture.pending(EVE);

            assertRefused(api.patch(path(eve), "{'email':'ada@example.org'}"), 400, "invalid_request");
        }

        @ParameterizedTest
        @CsvSource({
            "STRING, 'x', 7, must be a text of at most 1000 characters",
            "BOOLEAN, true, 'true', must be true or false",
            "INTEGER, -7, 1.5, must be a whole number",
            "INTEGER, 0, 1e999, must be a whole number",
            "DATE, '2026-02-28', '2026-02-30', must be a date such as 2026-11-21",
            "PHONE, '+491701234567', '0170', must be a phone number such as +491701234567",
            "EMAIL, 'ada@example.org', 'ada', must be an e-mail address"
        })
        void checksMetadataByTheTypeOfTheField(MetadataField.Type type, String good, String bad, String problem) {
            fixture.app.addMetadataField(new MetadataField("f2", "extra", "Extra", type, false, true));
            User ada = fixture.pending(ADA);

            String field = "{'user_metadata':{'extra':%s}}";
            assertThat(api.patch(path(ada), field.formatted(quoted(type, good))).status())
                    .isEqualTo(200);
            Answer refused = api.patch(path(ada), field.formatted(quotedBad(type, bad)));
            assertThat(refused.error()).isEqualTo("user_metadata.extra: " + problem);
        }

        private static String quoted(MetadataField.Type type, String value) {
            boolean isBare = type == MetadataField.Type.BOOLEAN || type == MetadataField.Type.INTEGER;
            return isBare ? value : "'" + value + "'";
        }

        private static String quotedBad(MetadataField.Type type, String value) {
            boolean isBare = type == MetadataField.Type.STRING || type == MetadataField.Type.INTEGER;
            return isBare ? value : "'" + value + "'";
        }
    }

    @Nested
    class LifeCycle {

        @Test
        void deactivationEndsSignInsAtOnceAndActivationLetsInAgain() {
            User ada = fixture.registered(ADA, Samples.authenticator());
            String refreshToken = String.valueOf(
                    fixture.tokens.results.signIn(fixture.app, ada.id()).refreshToken());

            Answer deactivated = api.patch(path(ada) + "/deactivate");
            assertThat(deactivated.status()).isEqualTo(200);
            assertThat(user(deactivated).getString("status")).isEqualTo("inactive");
            assertThat(fixture.tokens
                            .refreshTokens
                            .use(fixture.app, refreshToken)
                            .isPresent())
                    .isFalse();

            Answer activated = api.patch(path(ada) + "/activate");
            assertThat(activated.status()).isEqualTo(200);
            assertThat(user(activated).getString("status")).isEqualTo("active");
        }

        @Test
        void deletionLeavesNothing() {
            User ada = fixture.registered(ADA, Samples.authenticator());
            String refreshToken = String.valueOf(
                    fixture.tokens.results.signIn(fixture.app, ada.id()).refreshToken());

            assertThat(api.delete(path(ada)).status()).isEqualTo(200);

            assertThat(api.get(path(ada)).status()).isEqualTo(404);
            assertThat(fixture.credentials.ofUser(ada.id())).isEmpty();
            assertThat(fixture.tokens
                            .refreshTokens
                            .use(fixture.app, refreshToken)
                            .isPresent())
                    .isFalse();
        }

        @Test
        void revocationEndsAllSignIns() {
            User ada = fixture.registered(ADA, Samples.authenticator());
            String refreshToken = String.valueOf(
                    fixture.tokens.results.signIn(fixture.app, ada.id()).refreshToken());

            assertThat(api.delete(path(ada) + "/tokens").status()).isEqualTo(200);

            assertThat(fixture.tokens
                            .refreshTokens
                            .use(fixture.app, refreshToken)
                            .isPresent())
                    .isFalse();
        }
    }

    @Nested
    class Devices {

        @Test
        void areListedWithoutTheirOwner() {
            User ada = fixture.registered(ADA, Samples.authenticator());

            JsonObject device = api.get(path(ada) + "/devices")
                    .json()
                    .getJsonArray("devices")
                    .getJsonObject(0);

            assertThat(device.keySet())
                    .containsExactlyInAnyOrder(
                            "id",
                            "cred_id",
                            "friendly_name",
                            "type",
                            "usage_count",
                            "created_at",
                            "updated_at",
                            "last_login_at",
                            "icons");
        }

        @Test
        void areRevokedOnce() {
            User ada = fixture.registered(ADA, Samples.authenticator());
            String device = path(ada) + "/devices/"
                    + fixture.credentials.ofUser(ada.id()).get(0).id();

            assertThat(api.delete(device).status()).isEqualTo(200);
            assertRefused(api.delete(device), 404, "device_not_found");
            assertThat(fixture.credentials.ofUser(ada.id())).isEmpty();
        }

        @Test
        void areRevokedByTheirOwnersAddressOnly() {
            User ada = fixture.registered(ADA, Samples.authenticator());
            User eve = fixture.pending(EVE);
            String device = fixture.credentials.ofUser(ada.id()).get(0).id();

            assertRefused(api.delete(path(eve) + "/devices/" + device), 404, "device_not_found");
        }
    }

    @Nested
    class Listing {

        @Test
        void findsByExactIdentifierAsTheServerSdksDo() {
            fixture.pending(ADA);
            fixture.pending(EVE);

            JsonObject page =
                    api.get("/users?limit=1&identifier=ada%40example.org").json();

            assertThat(page.getInt("total_users")).isEqualTo(1);
            assertThat(page.getJsonArray("users").getJsonObject(0).getString("email"))
                    .isEqualTo("ada@example.org");
            assertThat(api.get("/users?limit=1&identifier=").json().getJsonArray("users"))
                    .isEmpty();
            assertThat(api.get("/users?limit=1&created_at=%3Cgt%3A0001-01-01T00%3A00%3A00Z%3E")
                            .status())
                    .isEqualTo(200);
            assertThat(api.get("/users?limit=1&identifier=da%40example.org")
                            .json()
                            .getInt("total_users"))
                    .isZero();
        }

        @Test
        void linksToOtherPagesWithTheSameFilters() {
            fixture.pending(ADA);
            fixture.clock.advance(Duration.ofSeconds(1));
            fixture.pending(EVE);

            JsonObject page = api.get("/users?limit=1&identifier=%3Clike%3Aexample%3E&order_by=created_at%3AASC")
                    .json();
            String next = page.getJsonObject("_links").getJsonObject("next").getString("href");

            assertThat(page.getJsonArray("users").getJsonObject(0).getString("email"))
                    .isEqualTo("ada@example.org");
            assertThat(next)
                    .startsWith(
                            "https://passage.example/passage/api/v1/apps/" + Samples.APP_ID + "/users?page=2&limit=1&");
            assertThat(api.get(next.substring(next.indexOf("/users")))
                            .json()
                            .getJsonArray("users")
                            .getJsonObject(0)
                            .getString("email"))
                    .isEqualTo("eve@example.org");
        }

        @Test
        void refusesWhatItCanNotHonour() {
            assertRefused(api.get("/users?order_by=email"), 400, "invalid_request");
        }
    }

    @Nested
    class AppInfo {

        @Test
        void hasEveryKeyOfTheOlderSdks() {
            JsonObject app = api.get("").json().getJsonObject("app");

            assertThat(app.keySet())
                    .contains(
                            "id",
                            "name",
                            "type",
                            "auth_origin",
                            "additional_auth_origins",
                            "allowed_callback_urls",
                            "allowed_logout_urls",
                            "application_login_uri",
                            "login_url",
                            "redirect_url",
                            "hosted",
                            "hosted_subdomain",
                            "hosted_theme",
                            "auto_theme_enabled",
                            "default_language",
                            "allowed_identifier",
                            "required_identifier",
                            "auth_fallback_method",
                            "auth_fallback_method_ttl",
                            "auth_methods",
                            "element_customization",
                            "element_customization_dark",
                            "layouts",
                            "user_metadata_schema",
                            "public_signup",
                            "profile_management",
                            "require_email_verification",
                            "require_identifier_verification",
                            "session_timeout_length",
                            "refresh_enabled",
                            "refresh_absolute_lifetime",
                            "refresh_inactivity_lifetime",
                            "rsa_public_key",
                            "passage_branding",
                            "role",
                            "technologies",
                            "created_at");
            JsonObject methods = app.getJsonObject("auth_methods");
            assertThat(methods.getJsonObject("passkeys").getBoolean("enabled")).isTrue();
            assertThat(methods.getJsonObject("otp").keySet())
                    .containsExactlyInAnyOrder("enabled", "ttl", "ttl_display_unit");
            assertThat(app.getInt("refresh_absolute_lifetime")).isEqualTo(2_592_000);
        }
    }
}
