package io.github.passage4j.server.audit;

import io.github.passage4j.server.config.ConfigurationException;
import io.github.passage4j.server.upkeep.Chore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.function.IntSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How long events are kept, and how many. Settings {@code passage.audit.retention}, a duration such as {@code P90D}, and
 * {@code passage.audit.events.per.user}, of each outcome.
 */
@ApplicationScoped
public class EventRetention implements Chore {

    private static final String RETENTION = "passage.audit.retention";
    private static final String PER_USER = "passage.audit.events.per.user";

    /** Small transactions keep nobody waiting. */
    private static final int AT_ONCE = 200;

    /** A run that found ever more would never end. */
    private static final int MOST_ROUNDS = 500;

    private UserEvents events;
    private Clock clock;
    private Duration retention;
    private int perUser;

    /** For the CDI proxy. */
    @SuppressWarnings("NullAway.Init")
    protected EventRetention() {}

    /**
     * Reads the settings.
     *
     * @throws ConfigurationException when one is not what it should be
     */
    @Inject
    public EventRetention(
            UserEvents events,
            Clock clock,
            @ConfigProperty(name = RETENTION, defaultValue = "P90D") String retention,
            @ConfigProperty(name = PER_USER, defaultValue = "100") String perUser) {
        this.events = events;
        this.clock = clock;
        this.retention = duration(retention.strip());
        this.perUser = number(perUser.strip());
    }

    /** Drops what is too old, and what is too much: 100 000 events of each at most, the rest at the next run. */
    @Override
    public void attend() {
        Instant last = clock.instant().minus(retention);
        repeat(() -> events.removeUntil(last, AT_ONCE));
        repeat(() -> events.trim(perUser, AT_ONCE));
    }

    private static void repeat(IntSupplier removal) {
        int rounds = 0;
        while (removal.getAsInt() == AT_ONCE && rounds < MOST_ROUNDS) {
            rounds++;
        }
    }

    private static Duration duration(String text) {
        try {
            Duration duration = Duration.parse(text);
            if (duration.isNegative() || duration.isZero()) {
                throw new ConfigurationException(RETENTION, "must be longer than nothing");
            }
            return duration;
        } catch (DateTimeParseException e) {
            throw new ConfigurationException(RETENTION, "must be a duration such as P90D", e);
        }
    }

    private static int number(String text) {
        if (!text.matches("[1-9][0-9]{0,5}")) {
            throw new ConfigurationException(PER_USER, "must be a whole number from 1 to 999999");
        }
        return Integer.parseInt(text);
    }
}
