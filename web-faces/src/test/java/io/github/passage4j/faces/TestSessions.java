package io.github.passage4j.faces;

import io.github.passage4j.core.authentication.BrowserSession;
import io.github.passage4j.core.authentication.RefreshCookie;
import io.github.passage4j.core.authentication.SessionCookie;
import io.github.passage4j.core.management.PassageSessions;
import io.github.passage4j.core.management.RefreshedTokens;
import java.util.ArrayList;
import java.util.List;

/** Sessions of browsers on a public origin, with a Passage that only remembers what ended. */
public final class TestSessions implements PassageSessions {

    private final List<String> ended = new ArrayList<>();

    public BrowserSession browser() {
        return new BrowserSession(
                new SessionCookie(TestConfig.hosted(), TestCaller.CLOCK), new RefreshCookie(TestConfig.hosted()), this);
    }

    /** The refresh tokens whose sign-ins ended. */
    public List<String> ended() {
        return ended;
    }

    @Override
    public RefreshedTokens refresh(String refreshToken) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void end(String refreshToken) {
        ended.add(refreshToken);
    }
}
