package io.github.passage4j.server.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Function;
import org.junit.jupiter.api.Test;

class MapRefreshTokensTest extends RefreshTokensContract {

    private final MapRefreshTokenStore store = new MapRefreshTokenStore();
    private final RefreshTokens tokens = new RefreshTokens(store, events, client, clock, random);

    @Override
    <T> T inTransaction(Function<RefreshTokens, T> action) {
        return action.apply(tokens);
    }

    @Override
    int kept() {
        return store.tokens();
    }

    @Test
    void looksAtAFewTokensHoweverManyWereUsedJustNow() {
        String token = begin().token();
        for (int i = 0; i < 200; i++) {
            token = use(token).orElseThrow().token();
        }
        int before = store.looks();

        use(token);

        assertThat(store.looks() - before).isLessThanOrEqualTo(2);
    }
}
