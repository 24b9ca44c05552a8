package io.github.passage4j.core.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BearerChallengeTest {

    private final FakeHttp http = new FakeHttp();
    private final BearerChallenge challenge = new BearerChallenge();

    @Test
    void asksForATokenWhenThereIsNone() throws IOException {
        challenge.anonymous(http.request(), http.response());

        assertThat(http.status()).isEqualTo(401);
        assertThat(http.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"passage\"");
        assertProblem(401);
    }

    @Test
    void namesTheErrorWhenATokenIsRefused() throws IOException {
        challenge.refused(http.request(), http.response());

        assertThat(http.status()).isEqualTo(401);
        assertThat(http.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"passage\", error=\"invalid_token\"");
        assertProblem(401);
    }

    @Test
    void saysWhenToComeAgainWhenATokenCannotBeJudged() throws IOException {
        challenge.unavailable(http.request(), http.response(), Duration.ofSeconds(10));

        assertThat(http.status()).isEqualTo(503);
        assertThat(http.header("Retry-After")).isEqualTo("10");
        assertThat(http.header("WWW-Authenticate")).isNull();
        assertProblem(503);
    }

    @Test
    void neverSaysToComeAgainAtOnce() throws IOException {
        challenge.unavailable(http.request(), http.response(), Duration.ofMillis(1));

        assertThat(http.header("Retry-After")).isEqualTo("1");
    }

    private void assertProblem(int status) {
        assertThat(http.contentType()).isEqualTo("application/problem+json");
        assertThat(http.header("Cache-Control")).isEqualTo("no-store");
        JsonObject problem = Json.createReader(new StringReader(http.body())).readObject();
        assertThat(problem.getInt("status")).isEqualTo(status);
        assertThat(problem.getString("type")).isEqualTo("about:blank");
        assertThat(problem.getString("title")).isNotBlank();
        assertThat(problem.getString("detail")).isNotBlank();
    }
}
