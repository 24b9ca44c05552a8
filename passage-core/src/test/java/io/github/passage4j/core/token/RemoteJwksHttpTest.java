package io.github.passage4j.core.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.passage4j.core.LocalServer;
import io.github.passage4j.core.MovableClock;
import io.github.passage4j.core.TestConfig;
import java.time.Duration;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An issuer on its bad days, over real HTTP. Nobody may wait for ever: that there are time limits is part of what is tested. */
@Timeout(60)
class RemoteJwksHttpTest {

    private static final String PATH = "/auth/v1/apps/" + TestConfig.APP_ID + "/.well-known/jwks.json";

    private final LocalServer issuer = new LocalServer();
    private final MovableClock clock = new MovableClock(TestTokens.NOW);
    private final RemoteJwks jwks = new RemoteJwks(TestConfig.passageAt(issuer.address()), clock);

    @AfterEach
    void stop() {
        issuer.close();
    }

    @Test
    void asksWhereTheIssuerPublishesItsKeys() {
        issuer.behave(LocalServer.json(200, TestKeys.jwks(TestKeys.FIRST)));

        assertThat(jwks.find("key-1")).isPresent();

        assertThat(issuer.requests()).extracting(LocalServer.Received::target).containsExactly(PATH);
        assertThat(issuer.requests()).extracting(LocalServer.Received::method).containsExactly("GET");
    }

    @ParameterizedTest
    @MethodSource("badDays")
    void knownKeysKeepVerifyingWhenTheIssuer(Function<LocalServer, LocalServer.Manner> badDay) {
        issuer.behave(LocalServer.json(200, TestKeys.jwks(TestKeys.FIRST)));
        jwks.find("key-1");
        issuer.behave(badDay.apply(issuer));

        clock.advance(RemoteJwks.MAX_AGE);

        assertThat(jwks.find("key-1")).isPresent();
        int requests = issuer.requests().size(); // the JDK's client tries twice when a kept connection is closed
        assertThat(jwks.find("key-1")).isPresent();
        assertThat(issuer.requests()).hasSizeBetween(2, 3).hasSize(requests);
    }

    @ParameterizedTest
    @MethodSource("badDays")
    void aColdStartGivesUpInTimeWhenTheIssuer(Function<LocalServer, LocalServer.Manner> badDay) {
        issuer.behave(badDay.apply(issuer));

        assertThatExceptionOfType(KeysUnavailableException.class).isThrownBy(() -> jwks.find("key-1"));
    }

    @Test
    void aColdStartWithoutIssuerRecoversByItself() {
        int port = issuer.port();
        issuer.close();
        assertThatExceptionOfType(KeysUnavailableException.class).isThrownBy(() -> jwks.find("key-1"));

        try (LocalServer back = new LocalServer(port)) {
            back.behave(LocalServer.json(200, TestKeys.jwks(TestKeys.FIRST)));
            clock.advance(Duration.ofSeconds(45));

            assertThat(jwks.find("key-1")).isPresent();
        }
    }

    @Test
    void aTokenWithTrailMarksOfAttackersCausesNoOtherRequest() {
        issuer.behave(LocalServer.json(200, TestKeys.jwks(TestKeys.FIRST)));
        TokenVerifier verifier = new TokenVerifier(jwks, TestConfig.passageAt(issuer.address()), clock);

        String token = TestTokens.signed(
                "{\"alg\":\"RS256\",\"kid\":\"key-1\",\"jku\":\"" + issuer.address() + "/evil\"}",
                TestTokens.claims(TestTokens.ADA, TestTokens.NOW.getEpochSecond() + 60),
                TestKeys.SECOND);

        assertThatExceptionOfType(InvalidTokenException.class).isThrownBy(() -> verifier.verify(token));
        assertThat(issuer.requests()).extracting(LocalServer.Received::target).containsOnly(PATH);
    }

    static Stream<Named<Function<LocalServer, LocalServer.Manner>>> badDays() {
        return Stream.of(
                Named.of("never answers", LocalServer::silence),
                Named.of("drips", LocalServer::drip),
                Named.of("answers 500", server -> LocalServer.json(500, "{}")),
                Named.of("answers 404", server -> LocalServer.json(404, "{}")),
                Named.of("answers 204", server -> LocalServer.json(204, "")),
                Named.of("answers HTML", server -> LocalServer.answer(200, "text/html", "<html>Maintenance</html>")),
                Named.of("answers with something else in JSON", server -> LocalServer.json(200, "{\"keys\":1}")),
                Named.of("answers nothing", server -> LocalServer.json(200, "")),
                Named.of("answers 10 MB", server -> LocalServer.flood(10_000_000)),
                Named.of("redirects in circles", server -> LocalServer.redirectToItself()),
                Named.of("hangs up", server -> exchange -> exchange.close()));
    }
}
