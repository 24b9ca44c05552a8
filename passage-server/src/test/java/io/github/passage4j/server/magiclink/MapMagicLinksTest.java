package io.github.passage4j.server.magiclink;

import java.util.function.Function;

class MapMagicLinksTest extends MagicLinksContract {

    private final MagicLinkStore store = new MapMagicLinkStore();

    @Override
    <T> T inTransaction(Function<MagicLinks, T> action) {
        return action.apply(new MagicLinks(store, events, key, clock, random));
    }
}
