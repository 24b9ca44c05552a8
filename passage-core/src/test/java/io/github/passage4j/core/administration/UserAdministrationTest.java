package io.github.passage4j.core.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.passage4j.core.LocalServer;
import io.github.passage4j.core.MovableClock;
import io.github.passage4j.core.TestConfig;
import io.github.passage4j.core.management.HttpPassageUsers;
import io.github.passage4j.core.token.TestTokens;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a Passage over HTTP that answers as it is told, and a record in memory. */
class UserAdministrationTest {

    private static final String USER = """
            {"user":{"id":"ada","status":"inactive","webauthn_devices":[{"id":"d1","friendly_name":"Laptop"}]}}""";

    private final LocalServer passage = new LocalServer();
    private final MovableClock clock = new MovableClock(TestTokens.NOW);
    private final MapAdminChanges changes = new MapAdminChanges();
    private final UserAdministration administration =
            new UserAdministration(new HttpPassageUsers(TestConfig.passageAt(passage.address())), changes, clock);
    private int status = 200;
    private String body = USER;

    @BeforeEach
    void answer() {
        passage.behave(exchange -> {
            boolean isRead = exchange.getRequestMethod().equals("GET");
            LocalServer.json(isRead ? 200 : status, isRead ? USER : body).answer(exchange);
        });
    }

    @AfterEach
    void stop() {
        passage.close();
    }

    @ParameterizedTest
    @CsvSource({
        "ACTIVATE, PATCH /ada/activate",
        "DEACTIVATE, PATCH /ada/deactivate",
        "END_SESSIONS, DELETE /ada/tokens",
    })
    void asksPassageAndRecordsWhoDidWhatToWhomAndWhen(AdminAction action, String call) {
        ChangeRequest request = request(action, null);

        administration.perform(request);

        assertThat(asked()).containsExactly(call);
        assertThat(administration.changesOf("ada", 10))
                .containsExactly(new AdminChange(
                        request.id(), "grace", action, "ada", null, null, TestTokens.NOW, Outcome.DONE));
    }

    @Test
    void keepsTheNameOfAPasskeyThatIsNoMore() {
        administration.perform(request(AdminAction.REVOKE_PASSKEY, "d1"));

        assertThat(asked()).contains("DELETE /ada/devices/d1");
        assertThat(administration.changesOf("ada", 10))
                .extracting(AdminChange::passkeyId, AdminChange::passkeyName)
                .containsExactly(tuple("d1", "Laptop"));
    }

    @Test
    void changesNothingTwiceForOneRequest() {
        ChangeRequest request = request(AdminAction.DEACTIVATE, null);
        administration.perform(request);
        clock.advance(Duration.ofMinutes(1));

        administration.perform(request);

        assertThat(asked()).hasSize(1);
        assertThat(administration.changesOf("ada", 10)).hasSize(1);
        assertThat(administration.find(request.id())).map(AdminChange::begunAt).contains(TestTokens.NOW);
    }

    @ParameterizedTest
    @CsvSource({
        "404, user_not_found, GONE",
        "404, device_not_found, GONE",
        "404, app_not_found, REFUSED",
        "400, x, REFUSED",
        "401, x, REFUSED",
        "403, x, REFUSED",
        "500, x, UNKNOWN",
        "503, x, UNKNOWN"
    })
    void recordsWhatPassageSays(int answer, String code, Outcome outcome) {
        status = answer;
        body = "{\"code\":\"" + code + "\",\"error\":\"x\"}";
        ChangeRequest request = request(AdminAction.ACTIVATE, null);

        administration.perform(request);

        assertThat(administration.find(request.id())).map(AdminChange::outcome).contains(outcome);
    }

    @Test
    void recordsAnUnknownOutcomeWhenPassageIsAway() {
        passage.close();
        ChangeRequest request = request(AdminAction.REVOKE_PASSKEY, "d1");

        administration.perform(request);

        assertThat(administration.find(request.id())).map(AdminChange::outcome).contains(Outcome.UNKNOWN);
    }

    @Test
    void letsNobodyDeactivateThemselves() {
        ChangeRequest own = new ChangeRequest(UUID.randomUUID(), "grace", AdminAction.DEACTIVATE, "grace", null);

        assertThatThrownBy(() -> administration.perform(own)).isInstanceOf(OwnDeactivationException.class);

        assertThat(asked()).isEmpty();
        assertThat(administration.changesOf("grace", 10)).isEmpty();
    }

    @Test
    void letsAdministratorsEndTheirOwnSessions() {
        administration.perform(new ChangeRequest(UUID.randomUUID(), "grace", AdminAction.END_SESSIONS, "grace", null));

        assertThat(asked()).containsExactly("DELETE /grace/tokens");
    }

    @Test
    void showsTheLatestChangesFirst() {
        administration.perform(request(AdminAction.DEACTIVATE, null));
        administration.perform(request(AdminAction.ACTIVATE, null));

        assertThat(administration.changesOf("ada", 1))
                .extracting(AdminChange::action)
                .containsExactly(AdminAction.ACTIVATE);
        assertThat(administration.changesOf("bob", 1)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", "..", "a b", "a\u0000", "\u00e4"})
    void refusesWhatIsNoId(String id) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ChangeRequest(UUID.randomUUID(), "grace", AdminAction.ACTIVATE, id, null));
    }

    @Test
    void namesAPasskeyWhereOneIsRevokedAndNowhereElse() {
        assertThatIllegalArgumentException().isThrownBy(() -> request(AdminAction.REVOKE_PASSKEY, null));
        assertThatIllegalArgumentException().isThrownBy(() -> request(AdminAction.ACTIVATE, "d1"));
    }

    @Test
    void knowsActionsByTheirKeys() {
        assertThat(AdminAction.ofKey("revoke-passkey")).contains(AdminAction.REVOKE_PASSKEY);
        assertThat(AdminAction.ofKey("delete")).isEmpty();
    }

    private List<String> asked() {
        return passage.requests().stream()
                .map(request -> request.method() + " " + request.target().replaceFirst(".*/users", ""))
                .toList();
    }

    private static ChangeRequest request(AdminAction action, @Nullable String passkeyId) {
        return new ChangeRequest(UUID.randomUUID(), "grace", action, "ada", passkeyId);
    }
}
