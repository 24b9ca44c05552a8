package io.github.passage4j.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.github.passage4j.core.LocalServer;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BoundedHttpTest {

    private static final int MAX_BYTES = 1000;

    private final LocalServer server = new LocalServer();
    private final BoundedHttp http = within(Duration.ofSeconds(30));
    private final BoundedHttp impatient = within(Duration.ofMillis(500));

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void readsAnAnswerAsUtf8() throws IOException {
        server.behave(LocalServer.json(201, "{\"name\":\"Zoë\"}"));

        assertThat(http.send(request()).body()).isEqualTo("{\"name\":\"Zoë\"}");
        assertThat(http.send(request()).statusCode()).isEqualTo(201);
    }

    @Test
    void readsAnAnswerOfExactlyTheBound() throws IOException {
        server.behave(LocalServer.json(200, "x".repeat(MAX_BYTES)));

        assertThat(http.send(request()).body()).hasSize(MAX_BYTES);
    }

    @Test
    void refusesAnAnswerBeyondTheBound() {
        server.behave(LocalServer.json(200, "x".repeat(MAX_BYTES + 1)));

        assertThatIOException()
                .isThrownBy(() -> http.send(request()))
                .withMessage("the answer is longer than 1000 bytes");
    }

    @Test
    void hangsUpOnAnEndlessAnswer() {
        server.behave(LocalServer.flood(Integer.MAX_VALUE - 100_000));

        assertThatIOException()
                .isThrownBy(() -> http.send(request()))
                .withMessage("the answer is longer than 1000 bytes");
    }

    @Test
    void givesUpOnSilence() {
        server.behave(server.silence());

        assertThatIOException()
                .isThrownBy(() -> impatient.send(request()))
                .isInstanceOf(HttpTimeoutException.class)
                .withMessage("no complete answer within 500 ms");
    }

    @Test
    void givesUpOnABodyThatDrips() {
        server.behave(server.drip());

        assertThatIOException().isThrownBy(() -> impatient.send(request())).isInstanceOf(HttpTimeoutException.class);
    }

    @Test
    void followsNoRedirect() throws IOException {
        server.behave(LocalServer.redirectToItself());

        assertThat(http.send(request()).statusCode()).isEqualTo(302);
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void saysSomethingWhenNobodyListens() {
        server.close();

        assertThatIOException().isThrownBy(() -> http.send(request())).satisfies(e -> assertThat(e.getMessage())
                .isNotBlank());
    }

    private static BoundedHttp within(Duration deadline) {
        return new BoundedHttp(deadline, deadline, MAX_BYTES);
    }

    private HttpRequest request() {
        return HttpRequest.newBuilder(server.address()).build();
    }
}
