package io.github.passage4j.server.audit;

import static io.github.passage4j.server.testing.CeremonyFixture.ADA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.passage4j.server.client.Client;
import io.github.passage4j.server.client.CurrentClient;
import io.github.passage4j.server.login.PasskeyLogin;
import io.github.passage4j.server.message.MessageSignIn;
import io.github.passage4j.server.message.MessageSignIn.Way;
import io.github.passage4j.server.testing.CeremonyFixture;
import io.github.passage4j.server.testing.MapApps;
import io.github.passage4j.server.testing.Samples;
import io.github.passage4j.server.testing.SoftwareAuthenticator;
import io.github.passage4j.server.testing.WireApi;
import io.github.passage4j.server.token.AuthResult;
import io.github.passage4j.server.users.ManagedUserResource;
import io.github.passage4j.server.users.ManagedUsers;
import io.github.passage4j.server.users.ManagedUsersResource;
import io.github.passage4j.server.users.User;
import io.github.passage4j.server.webauthn.Bytes;
import io.github.passage4j.server.wire.PassageException;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to an account is in its {@code recent_events} (Passage contract 4.4). */
class RecentEventsTest {

    private static final String CHROME =
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";

    private final CeremonyFixture fixture;
    private final ManagedUsers managed;
    private final MessageSignIn messages;
    private final WireApi api;
    private final SoftwareAuthenticator authenticator = Samples.authenticator();

    RecentEventsTest(@TempDir Path directory) {
        fixture = new CeremonyFixture(directory);
        managed = fixture.managedUsers;
        messages = fixture.messageSignIn;
        api = new WireApi(
                        new MapApps(fixture.app),
                        new ManagedUserResource(fixture.users, fixture.credentials, managed, fixture.userEvents),
                        new ManagedUsersResource(
                                fixture.users, managed, fixture.userEvents, Samples.config(directory), fixture.clock))
                .as(MapApps.KEY);
        fixture.client.set(new Client("203.0.113.7", CHROME));
    }

    private List<JsonObject> events(User user) {
        return api.get("/users/" + user.id())
                .json()
                .getJsonObject("user")
                .getJsonArray("recent_events")
                .getValuesAs(JsonObject.class);
    }

    private List<String> told(User user) {
        return events(user).stream()
                .map(event ->
                        event.getString("action") + " " + event.getString("type") + " " + event.getString("status"))
                .toList();
    }

    private User registered() {
        User ada = fixture.registered(ADA, authenticator);
        fixture.clock.advance(Duration.ofSeconds(1));
        return ada;
    }

    private AuthResult login(SoftwareAuthenticator with) {
        fixture.clock.advance(Duration.ofSeconds(1));
        PasskeyLogin.Started started = fixture.login.start(fixture.app, ADA);
        return fixture.login.finish(
                fixture.app,
                started.handshake().id(),
                null,
                with.sign(CeremonyFixture.challenge(started)),
                Optional.<Bytes>empty());
    }

    @Test
    void anEventHasEveryKeyOfTheContract() {
        JsonObject event = events(registered()).stream()
                .filter(told -> "register_passkey".equals(told.getString("type")))
                .findFirst()
                .orElseThrow();

        assertThat(event.keySet())
                .containsExactlyInAnyOrder(
                        "id",
                        "action",
                        "status",
                        "type",
                        "created_at",
                        "completed_at",
                        "ip_addr",
                        "user_agent",
                        "user_agent_display",
                        "social_login_type");
        assertThat(event.getString("id")).hasSize(24);
        assertThat(event.getString("created_at")).isEqualTo("2026-11-21T10:00:00.123456Z");
        assertThat(event.getString("completed_at")).isEqualTo("2026-11-21T10:00:00.123456Z");
        assertThat(event.getString("ip_addr")).isEqualTo("203.0.113.7");
        assertThat(event.getString("user_agent")).isEqualTo(CHROME);
        assertThat(event.getString("user_agent_display")).isEqualTo("Chrome on Linux");
        assertThat(event.get("social_login_type")).isEqualTo(JsonValue.NULL);
    }

    @Test
    void anEventWithoutItsEndHasNoTimeOfIt() {
        JsonObject event = events(fixture.pending(ADA)).get(0);

        assertThat(event.getString("type")).isEqualTo("sign_up");
        assertThat(event.getString("status")).isEqualTo("incomplete");
        assertThat(event.get("completed_at")).isEqualTo(JsonValue.NULL);
    }

    @Test
    void programsThatAreNoBrowsersHaveNoName() {
        fixture.client.set(new Client("203.0.113.7", "curl/8"));

        assertThat(events(fixture.pending(ADA)).get(0).getString("user_agent_display"))
                .isEmpty();
    }

    @Test
    void signInsWithPasskeysAreTold() {
        User ada = registered();
        login(authenticator);

        assertThat(told(ada))
                .startsWith("login login_passkey complete")
                .contains("register register_passkey complete", "register sign_up incomplete");
    }

    @Test
    void aRefusedPasskeyOfAKnownUserIsTold() {
        User ada = registered();

        assertThatThrownBy(() -> login(Samples.authenticator())).isInstanceOf(PassageException.class);

        assertThat(told(ada)).startsWith("login login_passkey incomplete");
    }

    @Test
    void aPasskeyOfADeactivatedUserIsTold() {
        User ada = registered();
        managed.deactivate(fixture.app, ada.id());
        fixture.clock.advance(Duration.ofSeconds(1));
        PasskeyLogin.Started started = fixture.login.start(fixture.app);

        assertThatThrownBy(() -> fixture.login.finish(
                        fixture.app,
                        started.handshake().id(),
                        null,
                        authenticator.sign(CeremonyFixture.challenge(started)),
                        Optional.<Bytes>empty()))
                .isInstanceOf(PassageException.class);

        assertThat(told(ada)).startsWith("login login_passkey incomplete", "other user_deactivate complete");
    }

    @Test
    void theFirstSignInByAMessageIsARegistration() {
        User ada = fixture.pending(ADA);
        fixture.clock.advance(Duration.ofSeconds(1));

        messages.signIn(fixture.app, Way.OTP, ada.id(), ada.email(), "/dashboard");
        fixture.clock.advance(Duration.ofSeconds(1));
        messages.signIn(fixture.app, Way.MAGIC_LINK, ada.id(), ada.email(), "/dashboard");

        assertThat(told(ada))
                .containsExactly(
                        "login login_magic_link complete",
                        "register register_otp complete",
                        "register sign_up incomplete");
    }

    @Test
    void aMessageOfADeactivatedUserIsTold() {
        User ada = registered();
        managed.deactivate(fixture.app, ada.id());
        fixture.clock.advance(Duration.ofSeconds(1));

        assertThatThrownBy(() -> messages.signIn(fixture.app, Way.OTP, ada.id(), ada.email(), "/dashboard"))
                .isInstanceOf(PassageException.class);

        assertThat(told(ada)).startsWith("login login_otp incomplete");
    }

    @Test
    void signingOutIsTold() {
        User ada = registered();
        AuthResult result = login(authenticator);
        fixture.clock.advance(Duration.ofSeconds(1));

        fixture.tokens.refreshTokens.end(fixture.app, result.refreshToken());

        assertThat(told(ada)).startsWith("other sign_out complete", "login login_passkey complete");
    }

    @Test
    void whatServersDoIsTold() {
        String created = api.post("/users", "{'email':'grace@example.org'}")
                .json()
                .getJsonObject("user")
                .getString("id");
        User grace = fixture.users.find(fixture.app.id(), created).orElseThrow();
        for (String path : new String[] {"", "/deactivate", "/activate"}) {
            fixture.clock.advance(Duration.ofSeconds(1));
            api.patch("/users/" + created + path, path.isEmpty() ? "{'email':'hopper@example.org'}" : "{}");
        }
        fixture.clock.advance(Duration.ofSeconds(1));
        api.delete("/users/" + created + "/tokens");

        assertThat(told(grace))
                .containsExactly(
                        "other tokens_revoke complete",
                        "other user_activate complete",
                        "other user_deactivate complete",
                        "other user_update complete",
                        "other user_create complete");
    }

    @Test
    void aRemovedPasskeyIsTold() {
        User ada = registered();
        String device = fixture.credentials.ofUser(ada.id()).get(0).id();

        api.delete("/users/" + ada.id() + "/devices/" + device);

        assertThat(told(ada)).startsWith("other device_delete complete");
    }

    @Test
    void noEventHoldsAnAddressOrAToken() {
        User ada = registered();
        AuthResult result = login(authenticator);

        assertThat(events(ada).toString())
                .doesNotContain("example.org", result.authToken(), String.valueOf(result.refreshToken()));
    }

    @Test
    void aDeletedUserLeavesNoEvents() {
        User ada = registered();

        api.delete("/users/" + ada.id());

        assertThat(fixture.userEvents.recent(fixture.app.id(), ada.id())).isEmpty();
    }

    @Test
    void whatNoRequestAskedForHasNoClient() {
        CurrentClient outside = new CurrentClient() {
            @Override
            public Client get() {
                throw new ContextNotActiveException();
            }
        };
        new AuditTrail(fixture.userEvents, outside, fixture.clock, new SecureRandom())
                .record(AccountEvent.completed(
                        fixture.app.id(), "eeeeeeeeeeeeeeeeeeeeeeee", EventType.USER_DEACTIVATE));

        UserEvent kept = fixture.userEvents
                .recent(fixture.app.id(), "eeeeeeeeeeeeeeeeeeeeeeee")
                .get(0);
        assertThat(kept.address()).isEmpty();
        assertThat(kept.userAgent()).isEmpty();
    }
}
