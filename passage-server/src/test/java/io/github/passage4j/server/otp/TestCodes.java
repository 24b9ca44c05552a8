package io.github.passage4j.server.otp;

import io.github.passage4j.server.config.ServerKey;
import java.security.SecureRandom;
import java.time.Clock;

/** Codes that are kept in memory. */
public final class TestCodes {

    private TestCodes() {}

    /** Makes the service. */
    public static OneTimeCodes with(ServerKey key, Clock clock) {
        return new OneTimeCodes(new MapOneTimeCodeStore(), key, clock, new SecureRandom());
    }
}
