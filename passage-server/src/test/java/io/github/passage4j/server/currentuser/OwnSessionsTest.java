package io.github.passage4j.server.currentuser;

import static io.github.passage4j.server.testing.CeremonyFixture.ADA;
import static io.github.passage4j.server.testing.CeremonyFixture.EVE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.passage4j.server.audit.EventType;
import io.github.passage4j.server.audit.UserEvent;
import io.github.passage4j.server.client.Client;
import io.github.passage4j.server.testing.CeremonyFixture;
import io.github.passage4j.server.testing.MapApps;
import io.github.passage4j.server.testing.Samples;
import io.github.passage4j.server.testing.SoftwareAuthenticator;
import io.github.passage4j.server.testing.WireApi;
import io.github.passage4j.server.testing.WireApi.Answer;
import io.github.passage4j.server.token.AuthResult;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnSessionsTest {

    private static final String SESSIONS = "/currentuser/sessions";
    private static final String OTHER_APP = "aaaaaaaaaaaaaaaaaaaaaaaa";
    private static final String FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
    private static final String CHROME = "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/156.0 Safari/537.36";

    private final CeremonyFixture fixture;
    private final WireApi anybody;
    private final SoftwareAuthenticator passkey = Samples.authenticator();
    private final AuthResult first;
    private final WireApi ada;

    OwnSessionsTest(@TempDir Path directory) {
        fixture = new CeremonyFixture(directory);
        anybody = new WireApi(
                new MapApps(fixture.app, Samples.app(OTHER_APP)),
                new OwnSessionsResource(
                        new Caller(fixture.verifier, fixture.users, fixture.tokens.refreshTokens),
                        fixture.tokens.refreshTokens));
        fixture.client.set(new Client("192.0.2.1", FIREFOX));
        fixture.pending(ADA);
        first = fixture.finish(fixture.start(ADA), passkey);
        ada = anybody.as(first.authToken());
    }

    private AuthResult elsewhere() {
        fixture.clock.advance(Duration.ofMinutes(1));
        fixture.client.set(new Client("192.0.2.2", CHROME));
        return fixture.signIn(passkey);
    }

    private static JsonArray sessions(Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
        return answer.json().getJsonArray("sessions");
    }

    private static JsonObject session(WireApi caller, boolean current) {
        return sessions(caller.get(SESSIONS)).getValuesAs(JsonObject.class).stream()
                .filter(session -> session.getBoolean("current") == current)
                .findFirst()
                .orElseThrow();
    }

    private static void assertRefused(Answer answer, int status, String code) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
    }

    @Test
    void tellsWhereTheCallerIsSignedInAndWhichOneAsks() {
        String began = fixture.clock.instant().toString();
        elsewhere();

        JsonArray all = sessions(ada.get(SESSIONS));
        JsonObject own = session(ada, true);

        assertThat(all).hasSize(2);
        assertThat(own.keySet())
                .containsExactlyInAnyOrder(
                        "id",
                        "created_at",
                        "last_used_at",
                        "expires_at",
                        "user_agent",
                        "user_agent_display",
                        "current");
        assertThat(own.getString("user_agent")).isEqualTo(FIREFOX);
        assertThat(own.getString("user_agent_display")).isEqualTo("Firefox on Linux");
        assertThat(own.getString("created_at")).startsWith(began.substring(0, 19));
        assertThat(session(ada, false).getString("user_agent_display")).isEqualTo("Chrome on Windows");
    }

    @Test
    void staysTheSameThroughRefreshes() {
        String id = session(ada, true).getString("id");
        fixture.clock.advance(Duration.ofMinutes(5));

        AuthResult next = fixture.tokens.results.refresh(fixture.app, first.refreshToken());

        JsonObject session = session(anybody.as(next.authToken()), true);
        assertThat(session.getString("id")).isEqualTo(id);
        assertThat(session.getString("last_used_at")).isGreaterThan(session.getString("created_at"));
    }

    @Test
    void endsTheOneOfAnotherBrowserAtOnce() {
        AuthResult other = elsewhere();
        String id = session(ada, false).getString("id");

        assertThat(ada.delete(SESSIONS + "/" + id).status()).isEqualTo(200);

        assertThat(fixture.tokens.refreshTokens.use(fixture.app, other.refreshToken()))
                .isEmpty();
        assertRefused(anybody.as(other.authToken()).get(SESSIONS), 401, "invalid_access_token");
        assertThat(sessions(ada.get(SESSIONS))).hasSize(1);
        assertRefused(ada.delete(SESSIONS + "/" + id), 404, "session_not_found");
    }

    @Test
    void endsTheCallersOwnToo() {
        assertThat(ada.delete(SESSIONS + "/" + session(ada, true).getString("id"))
                        .status())
                .isEqualTo(200);

        assertRefused(ada.get(SESSIONS), 401, "invalid_access_token");
    }

    @Test
    void tellsTheAccountOfTheEnd() {
        String owner = fixture.users.find(fixture.app.id(), ADA).orElseThrow().id();

        ada.delete(SESSIONS + "/" + session(ada, true).getString("id"));

        assertThat(fixture.userEvents.recent(fixture.app.id(), owner))
                .extracting(UserEvent::type)
                .contains(EventType.SIGN_OUT);
    }

    @Test
    void knowsNoneOfSomebodyElse() {
        fixture.pending(EVE);
        WireApi eve = anybody.as(
                fixture.finish(fixture.start(EVE), Samples.authenticator()).authToken());
        String hers = session(ada, true).getString("id");

        assertRefused(eve.delete(SESSIONS + "/" + hers), 404, "session_not_found");

        assertThat(sessions(ada.get(SESSIONS))).hasSize(1);
    }

    @Test
    void areNoneWhereTheAppKeepsNobodySignedIn() {
        fixture.app.keepNobodySignedIn(fixture.clock.instant());
        WireApi later = anybody.as(fixture.signIn(passkey).authToken());

        assertThat(sessions(later.get(SESSIONS))).isEmpty();
    }

    @Test
    void asksForAToken() {
        assertRefused(anybody.get(SESSIONS), 401, "invalid_access_token");
        assertRefused(anybody.delete(SESSIONS + "/x"), 401, "invalid_access_token");
    }
}
