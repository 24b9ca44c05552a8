package io.github.passage4j.server.limits;

import java.time.Duration;
import java.util.Locale;

/**
 * A kind of budget that refills steadily (token bucket). The numbers leave an office behind one address alone: a page takes one
 * ceremony and one look-up, and a tab that waits for a link asks twelve times a minute.
 */
public enum RateLimit {
    /** Look-ups of an account, of one address. */
    LOOK_UP(120, 60, Duration.ofMinutes(1)),
    /** Sign-ups, of one address. */
    SIGN_UP(120, 30, Duration.ofMinutes(1)),
    /** Steps of passkey ceremonies, of one address. */
    CEREMONY(400, 240, Duration.ofMinutes(1)),
    /** Messages that are asked for, of one address. */
    MESSAGE(60, 10, Duration.ofMinutes(1)),
    /** Codes and links that are tried, of one address. */
    ATTEMPT(120, 30, Duration.ofMinutes(1)),
    /** Questions whether a link was opened, of one address. */
    STATUS(1200, 1200, Duration.ofMinutes(1)),
    /** Refreshes, of one address. */
    REFRESH(1200, 1200, Duration.ofMinutes(1)),
    /** Refused API keys, of one address. */
    BAD_KEY(60, 30, Duration.ofMinutes(1)),
    /** Codes to one identifier that one address asks for. */
    CODE_BY_ONE(6, 6, Duration.ofHours(1)),
    /** Codes to one identifier, whoever asks. Each is good for five guesses, so this bounds the guesses, too. */
    CODE_BY_ALL(20, 20, Duration.ofHours(1)),
    /** Links to one identifier that one address asks for. */
    LINK_BY_ONE(6, 6, Duration.ofHours(1)),
    /** Links to one identifier, whoever asks. */
    LINK_BY_ALL(20, 20, Duration.ofHours(1));

    private final int burst;
    private final int refill;
    private final Duration period;

    RateLimit(int burst, int refill, Duration period) {
        this.burst = burst;
        this.refill = refill;
        this.period = period;
    }

    /** How much there is at most, after a quiet time. */
    int burst() {
        return burst;
    }

    /** How much comes back in each {@link #period}. */
    int refill() {
        return refill;
    }

    /** See {@link #refill}. */
    Duration period() {
        return period;
    }

    /** The name in metrics, such as {@code look_up}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The messages that cost something at the address they go to. */
    public enum Message {
        /** A one-time code. */
        CODE(CODE_BY_ONE, CODE_BY_ALL),
        /** A magic link. */
        LINK(LINK_BY_ONE, LINK_BY_ALL);

        private final RateLimit byOne;
        private final RateLimit byAll;

        Message(RateLimit byOne, RateLimit byAll) {
            this.byOne = byOne;
            this.byAll = byAll;
        }

        RateLimit byOne() {
            return byOne;
        }

        RateLimit byAll() {
            return byAll;
        }
    }
}
