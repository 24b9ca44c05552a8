package io.github.passage4j.server.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.passage4j.server.testing.MutableClock;
import io.github.passage4j.server.testing.Samples;
import io.github.passage4j.server.wire.JsonbSetup;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OutboxTest {

    private final Outbox outbox = new Outbox(new MutableClock());

    private void send(String code) {
        outbox.send(Letters.code(Samples.app(), "ada@example.org", "en", code, Duration.ofMinutes(5)));
    }

    @Test
    void showsTheNewestFirstWithEveryKey() {
        send("111111");
        send("222222");

        JsonObject newest = Json.createReader(
                        new StringReader(JsonbSetup.create().toJson(outbox.entries())))
                .readArray()
                .getJsonObject(0);

        assertThat(newest.keySet())
                .containsExactlyInAnyOrder("to", "subject", "text", "created_at", "otp", "magic_link");
        assertThat(newest.getString("otp")).isEqualTo("222222");
        assertThat(newest.get("magic_link")).isEqualTo(JsonValue.NULL);
        assertThat(newest.getString("created_at")).isEqualTo("2026-11-21T10:00:00.123456Z");
    }

    @Test
    void keepsTheLastHundred() {
        for (int i = 0; i < 101; i++) {
            send("%06d".formatted(i));
        }

        assertThat(outbox.entries()).hasSize(100);
        assertThat(outbox.entries().get(99).otp()).isEqualTo("000001");
    }

    @Test
    void showsAPageThatEscapes() {
        outbox.send(new Mail("ada@example.org", "<script>", "a & b", "", null, null));

        assertThat(OutboxPage.of(outbox.entries()))
                .contains("&lt;script&gt;", "a &amp; b", "ada@example.org")
                .doesNotContain("<script>");
    }
}
