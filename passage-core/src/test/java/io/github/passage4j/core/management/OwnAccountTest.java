package io.github.passage4j.core.management;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.passage4j.core.TestConfig;
import io.github.passage4j.core.config.Secret;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OwnAccountTest {

    private static final String BASE = "/auth/v1/apps/" + TestConfig.APP_ID;
    private static final Secret TOKEN = new Secret("token-of-ada");

    private final FakePassage passage = new FakePassage();
    private final OwnAccount account = new HttpOwnAccount(passage.auth);
    private final PassageSessions sessions = new HttpPassageSessions(passage.auth);

    @AfterEach
    void stop() {
        passage.close();
    }

    @Test
    void isReadInTheCallersName() {
        passage.answersAda();

        PassageUser ada = account.get(TOKEN);

        assertThat(ada.email()).isEqualTo("ada@shop.example");
        assertThat(ada.devices()).hasSize(1);
        assertRequest("GET", "/currentuser", "");
        assertThat(passage.lastRequest().authorization()).isEqualTo("Bearer token-of-ada");
    }

    @Test
    void changesWhatItsOwnerMayChange() {
        passage.answers(200, "{}");

        account.changeEmail(TOKEN, "new@shop.example", "de", "/profile");
        assertRequest(
                "PATCH",
                "/currentuser/email",
                "{\"new_email\":\"new@shop.example\",\"language\":\"de\",\"redirect_url\":\"/profile\"}");
        account.changeMetadata(
                TOKEN, Json.createObjectBuilder().add("company", "Shop").build());
        assertRequest("PATCH", "/currentuser/user-metadata", "{\"user_metadata\":{\"company\":\"Shop\"}}");
        account.renamePasskey(TOKEN, "d1", "Laptop");
        assertRequest("PATCH", "/currentuser/devices/d1", "{\"friendly_name\":\"Laptop\"}");
        account.removePasskey(TOKEN, "d1");
        assertRequest("DELETE", "/currentuser/devices/d1", "");
        account.confirmPasskeys(TOKEN);
        assertRequest("POST", "/currentuser/devices/confirm", "");
        account.startPasskey(TOKEN);
        assertRequest("POST", "/currentuser/devices/start", "{}");
        account.finishPasskey(TOKEN, JsonValue.EMPTY_JSON_OBJECT);
        assertRequest("POST", "/currentuser/devices/finish", "{}");
    }

    @Test
    void knowsWhichPasskeysAreFromBeforeTheAddressWasVerified() {
        passage.answers(200, """
                {"user":{"id":"ada","webauthn_devices":[{"id":"d1","unconfirmed":true},{"id":"d2","unconfirmed":false},{"id":"d3"}]}}""");

        assertThat(account.get(TOKEN).devices())
                .extracting(Device::isUnconfirmed)
                .containsExactly(true, false, false);
    }

    @Test
    void knowsWhereItsOwnerIsSignedIn() {
        passage.answers(200, """
                {"sessions":[{"id":"s1","created_at":"2026-01-01T10:00:00Z","last_used_at":"2026-01-02T10:00:00Z",
                "expires_at":"2026-01-09T10:00:00Z","user_agent":"Mozilla/5.0","user_agent_display":"Chrome on Linux","current":true},
                {"id":"s2"}]}""");

        List<OwnSession> sessions = account.sessions(TOKEN);

        assertRequest("GET", "/currentuser/sessions", "");
        assertThat(sessions)
                .containsExactly(
                        new OwnSession(
                                "s1",
                                Instant.parse("2026-01-01T10:00:00Z"),
                                Instant.parse("2026-01-02T10:00:00Z"),
                                Instant.parse("2026-01-09T10:00:00Z"),
                                "Mozilla/5.0",
                                "Chrome on Linux",
                                true),
                        new OwnSession("s2", null, null, null, "", "", false));
    }

    @Test
    void knowsNoSessionsWherePassageDoesNot() {
        passage.answers(404, "{\"code\":\"not_found\",\"error\":\"There is no such address.\"}");

        assertThat(account.sessions(TOKEN)).isEmpty();
    }

    @Test
    void signsItsOwnerOutInOnePlace() {
        passage.answers(200, "");

        account.endSession(TOKEN, "s2");

        assertRequest("DELETE", "/currentuser/sessions/s2", "");
        assertThatIllegalArgumentException().isThrownBy(() -> account.endSession(TOKEN, ".."));
    }

    @Test
    void saysWhyPassageRefuses() {
        passage.answers(403, "{\"code\":\"operation_not_allowed\",\"error\":\"the only way in\"}");

        assertThatExceptionOfType(PassageApiException.class)
                .isThrownBy(() -> account.removePasskey(TOKEN, "d1"))
                .satisfies(refusal -> assertThat(refusal.status()).isEqualTo(403));
    }

    @Test
    void asksForNoOtherResourceWhateverTheIdSays() {
        assertThatIllegalArgumentException().isThrownBy(() -> account.removePasskey(TOKEN, ".."));
        assertThatIllegalArgumentException().isThrownBy(() -> account.renamePasskey(TOKEN, " ", "x"));
        assertThat(passage.server.requests()).isEmpty();
    }

    @Test
    void staysSignedInByTheRefreshToken() {
        passage.answers(
                201,
                "{\"auth_result\":{\"auth_token\":\"a2\",\"refresh_token\":\"r2\",\"refresh_token_expiration\":60}}");

        RefreshedTokens tokens = sessions.refresh("r1");

        assertThat(tokens.authToken().reveal()).isEqualTo("a2");
        assertThat(tokens.refreshToken()).isNotNull();
        assertThat(tokens.refreshLife()).hasSeconds(60);
        assertThat(tokens.toString()).doesNotContain("a2").doesNotContain("r2");
        assertRequest("POST", "/tokens", "{\"refresh_token\":\"r1\"}");
        assertThat(passage.lastRequest().authorization()).asString().doesNotContain("Bearer");
    }

    @Test
    void signsOutByTheRefreshToken() {
        passage.answers(200, "");

        sessions.end("r&1");

        assertRequest("DELETE", "/tokens?refresh_token=r%261", "");
    }

    private void assertRequest(String method, String path, String body) {
        assertThat(passage.lastRequest().method()).isEqualTo(method);
        assertThat(passage.lastRequest().target()).isEqualTo(BASE + path);
        assertThat(passage.lastRequest().body()).isEqualTo(body);
    }
}
