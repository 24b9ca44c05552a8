package io.github.passage4j.server.otp;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The codes, in memory. */
final class MapOneTimeCodeStore implements OneTimeCodeStore {

    private final Map<String, OneTimeCode> codes = new ConcurrentHashMap<>();

    @Override
    public void add(OneTimeCode code) {
        codes.put(code.id(), code);
    }

    @Override
    public Optional<OneTimeCode> lock(String appId, String id) {
        return Optional.ofNullable(codes.get(id)).filter(code -> code.appId().equals(appId));
    }

    @Override
    public void remove(OneTimeCode code) {
        codes.remove(code.id());
    }

    @Override
    public List<String> ofUser(String appId, String userId) {
        return codes.values().stream()
                .filter(code -> code.userId().equals(userId) && code.appId().equals(appId))
                .sorted(Comparator.comparing(OneTimeCode::createdAt).reversed())
                .map(OneTimeCode::id)
                .toList();
    }

    @Override
    public void purge(Instant before) {
        codes.values().removeIf(code -> code.isExpired(before));
    }
}
