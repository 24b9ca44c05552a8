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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, localhost:8080, , true",
        "127.0.0.1, 127.0.0.1:8080, , true",
        "0:0:0:0:0:0:0:1, [::1]:8080, , true",
        "::1, localhost, , true",
        "127.0.0.1, shop.example, , true",
        "127.0.0.1, evil.example, , false",
        "127.0.0.1, localhost.evil.example, , false",
        "127.0.0.1, , , false",
        "127.0.0.1, 'not a host', , false",
        "203.0.113.7, localhost, , false",
        "10.0.0.1, localhost, , false",
        "localhost.evil.example, localhost, , false",
        "127.0.0.1, localhost, 203.0.113.7, false"
    })
    void isForThisMachineOnly(String remote, @Nullable String host, @Nullable String forwarded, boolean isAllowed) {
        assertThat(LoopbackClients.allow(remote, host, forwarded, "shop.example"))
                .isEqualTo(isAllowed);
    }
}
