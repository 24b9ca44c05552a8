package io.github.passage4j.core.authentication;

import io.github.passage4j.core.config.Secret;
import io.github.passage4j.core.management.PassageFailures;
import io.github.passage4j.core.management.PassageSessions;
import io.github.passage4j.core.management.RefreshedTokens;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Passage as far as it keeps sessions. */
final class FakeSessions implements PassageSessions {

    private final Map<String, RefreshedTokens> known = new ConcurrentHashMap<>();
    private final List<String> refreshed = new CopyOnWriteArrayList<>();
    private final List<String> ended = new CopyOnWriteArrayList<>();
    private boolean down;

    void renews(String refreshToken, String authToken, String next) {
        known.put(refreshToken, new RefreshedTokens(new Secret(authToken), new Secret(next), Duration.ofDays(30)));
    }

    void isDown() {
        down = true;
    }

    /** The refresh tokens that were used, in their order. */
    List<String> refreshed() {
        return refreshed;
    }

    List<String> ended() {
        return ended;
    }

    @Override
    public RefreshedTokens refresh(String refreshToken) {
        checkUp();
        refreshed.add(refreshToken);
        RefreshedTokens tokens = known.get(refreshToken);
        if (tokens == null) {
            throw PassageFailures.refusal(401);
        }
        return tokens;
    }

    @Override
    public void end(String refreshToken) {
        checkUp();
        ended.add(refreshToken);
    }

    private void checkUp() {
        if (down) {
            throw PassageFailures.noAnswer();
        }
    }
}
