package io.github.passage4j.core.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class InstantConverterTest {

    private final InstantConverter converter = new InstantConverter();

    @Test
    void storesUtcToTheMicrosecond() {
        assertThat(converter.convertToDatabaseColumn(Instant.parse("2026-11-21T10:00:00.123456789Z")))
                .isEqualTo(LocalDateTime.parse("2026-11-21T10:00:00.123456"));
    }

    @Test
    void readsWhatItStored() {
        Instant instant = Instant.parse("2026-03-29T01:30:00.000001Z");

        assertThat(converter.convertToEntityAttribute(converter.convertToDatabaseColumn(instant)))
                .isEqualTo(instant);
    }

    @Test
    void leavesNullAsItIs() {
        assertThat(converter.convertToDatabaseColumn(null)).isNull();
        assertThat(converter.convertToEntityAttribute(null)).isNull();
    }
}
