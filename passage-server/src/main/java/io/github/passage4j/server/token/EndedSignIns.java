package io.github.passage4j.server.token;

import io.github.passage4j.server.upkeep.Chore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/** Drops the refresh tokens of sign-ins that are over, each sign-in in a transaction of its own. */
@ApplicationScoped
public class EndedSignIns implements Chore {

    private RefreshTokens refreshTokens;
    private Clock clock;

    /** For the CDI proxy. */
    @SuppressWarnings("NullAway.Init")
    protected EndedSignIns() {}

    /** Makes the chore. */
    @Inject
    public EndedSignIns(RefreshTokens refreshTokens, Clock clock) {
        this.refreshTokens = refreshTokens;
        this.clock = clock;
    }

    @Override
    public void attend() {
        Instant now = clock.instant();
        long dropped;
        do {
            dropped = refreshTokens.ended(now).stream()
                    .filter(id -> refreshTokens.dropIfEnded(id, now))
                    .count();
        } while (dropped > 0);
    }
}
