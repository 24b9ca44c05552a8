package io.github.passage4j.faces.register;

import io.github.passage4j.core.config.PassageClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.concurrent.TimeUnit;

/**
 * How many drafts all visitors together may leave within a minute, so that nobody fills the database before they have signed up. Who is turned away
 * loses nothing but a name in the rare case that the registration ends elsewhere. Thread-safe.
 */
@ApplicationScoped
public class DraftLimit {

    /** RFC 6585 §4. */
    static final int TOO_MANY_REQUESTS = 429;

    static final int PER_MINUTE = 600;

    private final Clock clock;
    private long minute;
    private int drafts;

    @Inject
    public DraftLimit(@PassageClock Clock clock) {
        this.clock = clock;
    }

    @SuppressWarnings("NullAway") // only the proxy of the container uses it
    protected DraftLimit() {
        this.clock = null;
    }

    /** Counts one draft, unless there have been too many in this minute. */
    synchronized boolean allowsOneMore() {
        long now = TimeUnit.MILLISECONDS.toMinutes(clock.millis());
        if (now != minute) {
            minute = now;
            drafts = 0;
        }
        if (drafts == PER_MINUTE) {
            return false;
        }
        drafts++;
        return true;
    }
}
