package io.github.passage4j.server.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.passage4j.server.apps.App;
import io.github.passage4j.server.client.CurrentClient;
import io.github.passage4j.server.config.ServerConfig;
import io.github.passage4j.server.jwks.SigningKeys;
import io.github.passage4j.server.jwks.TestSigningKeys;
import io.github.passage4j.server.testing.DirectEvent;
import io.github.passage4j.server.testing.MapApps;
import io.github.passage4j.server.testing.MutableClock;
import io.github.passage4j.server.testing.Samples;
import io.github.passage4j.server.testing.WireApi;
import io.github.passage4j.server.wire.JsonbSetup;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokensResourceTest {

    private static final String ADA = "u5RnV8sLq2KdT0yHb7MwXc3e";
    private static final String OTHER_APP = "aaaaaaaaaaaaaaaaaaaaaaaa";

    private final MutableClock clock = new MutableClock();
    private final App app = Samples.app();
    private final TestTokens tokens;
    private final TokenVerifier verifier;
    private final WireApi api;

    TokensResourceTest(@TempDir Path directory) {
        ServerConfig config = Samples.config(directory);
        SigningKeys keys = TestSigningKeys.with(app.id(), config, clock);
        tokens = new TestTokens(keys, config, new DirectEvent<>(event -> {}), new CurrentClient(), clock);
        verifier = new TokenVerifier(keys, config, clock);
        api = new WireApi(
                new MapApps(app, Samples.app(OTHER_APP)), new TokensResource(tokens.results, tokens.refreshTokens));
    }

    private WireApi.Answer refresh(String token) {
        return api.post("/tokens", "{'refresh_token':'" + token + "'}");
    }

    private String refreshToken() {
        return String.valueOf(tokens.results.signIn(app, ADA).refreshToken());
    }

    @Test
    void signsInWithEveryKeyOfTheContract() {
        String json = JsonbSetup.create().toJson(new AuthResult.Answer(tokens.results.signIn(app, ADA)));

        assertThat(json)
                .contains("\"auth_token\":\"ey", "\"redirect_url\":\"/dashboard\"", "\"refresh_token\":\"rt_")
                .contains("\"refresh_token_expiration\":2592000");
    }

    @Test
    void signsInWithoutRefreshTokenKeysWhenTheAppHasNone() {
        app.keepNobodySignedIn(clock.instant());

        String json = JsonbSetup.create().toJson(new AuthResult.Answer(tokens.results.signIn(app, ADA)));

        assertThat(json).contains("auth_token").doesNotContain("refresh");
    }

    @Test
    void refreshesWithAFreshPair() {
        String token = refreshToken();
        clock.advance(Duration.ofHours(1));

        WireApi.Answer answer = refresh(token);
        JsonObject result = answer.json().getJsonObject("auth_result");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(verifier.verify(app, result.getString("auth_token")).subject())
                .isEqualTo(ADA);
        assertThat(result.getString("refresh_token")).isNotEqualTo(token);
        assertThat(result.getString("redirect_url")).isEqualTo("/dashboard");
        assertThat(result.getInt("refresh_token_expiration")).isEqualTo(2_592_000 - 3_600);
    }

    @Test
    void refusesATokenThatIsNotGood() {
        WireApi.Answer answer = refresh("garbage");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("invalid_refresh_token");
    }

    @Test
    void refreshesAndEndsNothingInAnotherApp() {
        String token = refreshToken();
        String body = "{'refresh_token':'" + token + "'}";

        assertThat(api.at(OTHER_APP).post("/tokens", body).code()).isEqualTo("invalid_refresh_token");
        assertThat(api.at(OTHER_APP).delete("/tokens?refresh_token=" + token).status())
                .isEqualTo(200);

        assertThat(refresh(token).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'refresh_token':''}", "{'refresh_token':null}"})
    void wantsATokenToRefresh(String body) {
        WireApi.Answer answer = api.post("/tokens", body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error()).isEqualTo("refresh_token: is required");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?refresh_token="})
    void wantsATokenToEnd(String query) {
        assertThat(api.delete("/tokens" + query).status()).isEqualTo(400);
    }

    @Test
    void endsASignInAndSaysSoAgain() {
        String token = refreshToken();

        assertThat(api.delete("/tokens?refresh_token=" + token).status()).isEqualTo(200);
        assertThat(api.delete("/tokens?refresh_token=" + token).status()).isEqualTo(200);
        assertThat(api.delete("/tokens?refresh_token=garbage").status()).isEqualTo(200);
        assertThat(refresh(token).status()).isEqualTo(401);
    }

    @Test
    void tellsNoTokenToALog() {
        assertThat(tokens.results.signIn(app, ADA)).hasToString("AuthResult[***]");
        assertThat(RefreshSecret.parse(refreshToken()).orElseThrow()).hasToString("RefreshSecret[***]");
    }
}
