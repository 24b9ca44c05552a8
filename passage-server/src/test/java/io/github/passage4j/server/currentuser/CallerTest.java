package io.github.passage4j.server.currentuser;

import static io.github.passage4j.server.testing.CeremonyFixture.ADA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.passage4j.server.apps.App;
import io.github.passage4j.server.testing.CeremonyFixture;
import io.github.passage4j.server.testing.MapUsers;
import io.github.passage4j.server.testing.Samples;
import io.github.passage4j.server.testing.SoftwareAuthenticator;
import io.github.passage4j.server.token.AuthResult;
import io.github.passage4j.server.users.User;
import io.github.passage4j.server.wire.ErrorCode;
import io.github.passage4j.server.wire.JsonbSetup;
import io.github.passage4j.server.wire.PassageException;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallerTest {

    private final SoftwareAuthenticator authenticator = Samples.authenticator();
    private final CeremonyFixture fixture;
    private final Caller caller;
    private final User ada;
    private final String authorization;

    CallerTest(@TempDir Path directory) {
        fixture = new CeremonyFixture(directory);
        caller = new Caller(fixture.verifier, fixture.users, fixture.tokens.refreshTokens);
        ada = fixture.pending(ADA);
        authorization =
                "Bearer " + fixture.finish(fixture.start(ADA), authenticator).authToken();
    }

    private static void assertRefused(ErrorCode code, Caller by, App app, @Nullable String header) {
        assertThatExceptionOfType(PassageException.class)
                .isThrownBy(() -> by.of(app, header))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    @Test
    void isTheUserOfTheToken() {
        assertThat(caller.of(fixture.app, authorization)).isEqualTo(ada);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "Bearer", "Bearer garbage", "Basic YTpi"})
    void isNobodyWithoutAToken(@Nullable String header) {
        assertRefused(ErrorCode.INVALID_ACCESS_TOKEN, caller, fixture.app, header);
    }

    @Test
    void isNobodyOnceTheTokenEnded() {
        fixture.clock.advance(Duration.ofMinutes(10));

        assertRefused(ErrorCode.INVALID_ACCESS_TOKEN, caller, fixture.app, authorization);
    }

    @Test
    void isNobodyOnceTheAccountIsGone() {
        Caller afterwards = new Caller(fixture.verifier, new MapUsers(), fixture.tokens.refreshTokens);

        assertRefused(ErrorCode.INVALID_ACCESS_TOKEN, afterwards, fixture.app, authorization);
    }

    @Test
    void isNobodyOnceTheSignInIsOver() {
        AuthResult other = fixture.signIn(authenticator);
        fixture.tokens.refreshTokens.end(fixture.app, other.refreshToken());

        assertRefused(ErrorCode.INVALID_ACCESS_TOKEN, caller, fixture.app, "Bearer " + other.authToken());
        assertThat(caller.of(fixture.app, authorization)).isEqualTo(ada);
    }

    @Test
    void isTheUserWhereTheAppKeepsNobodySignedIn() {
        fixture.app.keepNobodySignedIn(fixture.clock.instant());
        String token = fixture.signIn(authenticator).authToken();

        assertThat(caller.signedIn(fixture.app, "Bearer " + token))
                .isEqualTo(new Caller.SignedIn(ada, Optional.empty()));
    }

    @Test
    void seesEveryKeyOfTheOwnAccount() {
        CurrentUserView.Answer answer =
                new CurrentUserView.Answer(CurrentUserView.of(ada, fixture.credentials.ofUser(ada.id())));

        JsonObject user = Json.createReader(new StringReader(JsonbSetup.create().toJson(answer)))
                .readObject()
                .getJsonObject("user");

        assertThat(user.keySet())
                .containsExactlyInAnyOrder(
                        "id",
                        "email",
                        "email_verified",
                        "phone",
                        "phone_verified",
                        "status",
                        "created_at",
                        "updated_at",
                        "last_login_at",
                        "login_count",
                        "user_metadata",
                        "social_connections",
                        "webauthn",
                        "webauthn_types",
                        "webauthn_devices");
        JsonObject device = user.getJsonArray("webauthn_devices").getJsonObject(0);
        assertThat(device.keySet())
                .containsExactlyInAnyOrder(
                        "id",
                        "user_id",
                        "cred_id",
                        "friendly_name",
                        "type",
                        "usage_count",
                        "created_at",
                        "updated_at",
                        "last_login_at",
                        "icons");
        assertThat(device.getJsonObject("icons").keySet()).containsExactlyInAnyOrder("light", "dark");
    }
}
