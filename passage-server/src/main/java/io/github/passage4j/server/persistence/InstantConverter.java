package io.github.passage4j.server.persistence;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Stores an instant as microseconds since 1970-01-01T00:00Z, which no time zone of process or database can shift. */
@Converter(autoApply = true)
public class InstantConverter implements AttributeConverter<Instant, Long> {

    private static final long MICROS_PER_SECOND = 1_000_000;

    @Override
    public @Nullable Long convertToDatabaseColumn(@Nullable Instant instant) {
        return instant == null ? null : micros(instant);
    }

    /** In whole microseconds all along: by way of nanoseconds only the years 1678 to 2261 could be had. */
    private static long micros(Instant instant) {
        return Math.addExact(
                Math.multiplyExact(instant.getEpochSecond(), MICROS_PER_SECOND), instant.getNano() / 1_000);
    }

    @Override
    public @Nullable Instant convertToEntityAttribute(@Nullable Long micros) {
        return micros == null ? null : Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
