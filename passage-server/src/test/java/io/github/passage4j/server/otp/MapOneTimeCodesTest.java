package io.github.passage4j.server.otp;

import java.util.function.Function;

class MapOneTimeCodesTest extends OneTimeCodesContract {

    private final OneTimeCodeStore store = new MapOneTimeCodeStore();

    @Override
    <T> T inTransaction(Function<OneTimeCodes, T> action) {
        return action.apply(new OneTimeCodes(store, key, clock, random));
    }
}
