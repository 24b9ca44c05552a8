package io.github.passage4j.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.bind.Jsonb;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class JsonbSetupTest {

    private final Jsonb jsonb = JsonbSetup.create();

    /** A record as features have them. */
    public record Sample(String firstName, Instant createdAt) {}

    @Test
    void writesSnakeCaseAndMicroseconds() {
        Sample sample = new Sample("Ada", Instant.parse("2025-03-04T05:06:07.08Z"));

        assertThat(jsonb.toJson(sample))
                .isEqualTo("{\"created_at\":\"2025-03-04T05:06:07.080000Z\",\"first_name\":\"Ada\"}");
    }

    @Test
    void readsBackWhatItWrote() {
        Sample sample = new Sample("Ada", Instant.parse("2025-03-04T05:06:07.089123Z"));

        assertThat(jsonb.fromJson(jsonb.toJson(sample), Sample.class)).isEqualTo(sample);
    }

    @Test
    void readsWhatLacksAMemberOrHasOneMore() {
        Sample sample = jsonb.fromJson("{\"first_name\":\"Ada\",\"more\":[1]}", Sample.class);

        assertThat(sample.firstName()).isEqualTo("Ada");
        assertThat(sample.createdAt()).isNull();
    }

    @Test
    void writesNeverInAFormThatStrictClientsParse() {
        assertThat(new WireInstant().adaptToJson(WireInstant.NEVER)).isEqualTo("0001-01-01T00:00:00.000000Z");
    }
}
