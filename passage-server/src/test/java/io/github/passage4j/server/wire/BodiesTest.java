package io.github.passage4j.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.passage4j.server.testing.CeremonyFixture;
import io.github.passage4j.server.testing.MapApps;
import io.github.passage4j.server.testing.WireApi;
import io.github.passage4j.server.testing.WireApi.Answer;
import io.github.passage4j.server.users.UsersResource;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies on their way through the JAX-RS implementation, which has a reader of its own for JSON. */
class BodiesTest {

    private final WireApi api;

    BodiesTest(@TempDir Path directory) {
        CeremonyFixture fixture = new CeremonyFixture(directory);
        api = new WireApi(
                new MapApps(fixture.app), new UsersResource(fixture.users, fixture.credentials, fixture.signUp));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "[]",
                "'x'",
                "5",
                "{",
                "",
                "\uFEFF{'identifier':'ada@example.org'}",
                "{'identifier':{}}",
                "{'identifier':'ada@example.org','identifier':'eve@example.org'}",
                "{'identifier':'ada@example.org'} trailing"
            })
    void thatAreNoCommandAreTheCallersFault(String body) {
        Answer answer = api.post("/users", body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("invalid_request");
        assertThat(answer.error()).startsWith("body: ");
    }

    @Test
    void thatAreMissingAreTheCallersFault() {
        Answer answer = api.post("/users");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error()).isEqualTo("body: is required");
    }

    @Test
    void thatAreTooLongAreNotRead() {
        Answer answer = api.post("/users", "{'identifier':'ada@example.org','x':'" + "x".repeat(64 * 1024) + "'}");

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.code()).isEqualTo("invalid_request");
    }

    @Test
    void mayHaveWhatNobodyAskedFor() {
        assertThat(api.post("/users", "{'identifier':'ada@example.org','new':[1]}")
                        .status())
                .isEqualTo(201);
    }
}
