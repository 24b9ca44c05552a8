package io.github.passage4j.server.magiclink;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The links, in memory. */
public final class MapMagicLinkStore implements MagicLinkStore {

    private final Map<String, MagicLink> links = new ConcurrentHashMap<>();

    @Override
    public void add(MagicLink link) {
        links.put(link.idHash(), link);
    }

    @Override
    public Optional<MagicLink> lock(String idHash) {
        return Optional.ofNullable(links.get(idHash));
    }

    @Override
    public Optional<String> idOfToken(String tokenHash) {
        return links.values().stream()
                .filter(link -> link.tokenHash().equals(tokenHash))
                .map(MagicLink::idHash)
                .findFirst();
    }

    @Override
    public void dropChanges(String appId, String userId) {
        links.values()
                .removeIf(link -> link.appId().equals(appId)
                        && link.opened().userId().equals(userId)
                        && link.opened().purpose() != MagicLinks.Purpose.SIGN_IN);
    }

    @Override
    public void purge(Instant before) {
        links.values().removeIf(link -> link.isExpired(before));
    }
}
