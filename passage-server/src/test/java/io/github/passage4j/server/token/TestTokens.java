package io.github.passage4j.server.token;

import io.github.passage4j.server.audit.AccountEvent;
import io.github.passage4j.server.client.CurrentClient;
import io.github.passage4j.server.config.ServerConfig;
import io.github.passage4j.server.jwks.SigningKeys;
import jakarta.enterprise.event.Event;
import java.security.SecureRandom;
import java.time.Clock;

/** The services of this package, with their store in memory. */
public final class TestTokens {

    /** Refreshes and ends sign-ins. */
    public final RefreshTokens refreshTokens;

    /** Makes results. */
    public final AuthResults results;

    /** Makes the services. */
    public TestTokens(
            SigningKeys keys, ServerConfig config, Event<AccountEvent> events, CurrentClient client, Clock clock) {
        refreshTokens = new RefreshTokens(new MapRefreshTokenStore(), events, client, clock, new SecureRandom());
        results = new AuthResults(new TokenIssuer(keys, config, clock), refreshTokens);
    }
}
