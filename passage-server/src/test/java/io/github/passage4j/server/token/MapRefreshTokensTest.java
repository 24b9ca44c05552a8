package io.github.passage4j.server.token;

import java.util.function.Function;

class MapRefreshTokensTest extends RefreshTokensContract {

    private final MapRefreshTokenStore store = new MapRefreshTokenStore();
    private final RefreshTokens tokens = new RefreshTokens(store, events, clock, random);

    @Override
    <T> T inTransaction(Function<RefreshTokens, T> action) {
        return action.apply(tokens);
    }

    @Override
    int kept() {
        return store.tokens();
    }
}
