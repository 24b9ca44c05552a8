package io.github.passage4j.server.wire;

import jakarta.json.bind.adapter.JsonbAdapter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** An instant as RFC 3339 in UTC with exactly six digits of fraction, such as {@code 2025-03-04T05:06:07.089123Z}. */
public class WireInstant implements JsonbAdapter<Instant, String> {

    /** Stands for "never" where an instant is required. */
    public static final Instant NEVER = Instant.parse("0001-01-01T00:00:00Z");

    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    @Override
    public String adaptToJson(Instant instant) {
        return FORMAT.format(instant);
    }

    @Override
    public Instant adaptFromJson(String text) {
        return Instant.parse(text);
    }
}
