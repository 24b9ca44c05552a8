package io.github.passage4j.server.token;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The families, in memory. */
final class MapRefreshTokenStore implements RefreshTokenStore {

    private final Map<String, RefreshFamily> families = new ConcurrentHashMap<>();
    private final Map<String, RefreshToken> tokens = new ConcurrentHashMap<>();
    private int looks;

    @Override
    public void add(RefreshFamily family) {
        families.put(family.id(), family);
    }

    @Override
    public void add(RefreshToken token) {
        tokens.put(token.hash(), token);
    }

    @Override
    public Optional<RefreshFamily> lock(String familyId) {
        return Optional.ofNullable(families.get(familyId));
    }

    @Override
    public Optional<RefreshFamily> family(String familyId) {
        return lock(familyId);
    }

    @Override
    public Optional<RefreshToken> find(String hash) {
        looks++;
        return Optional.ofNullable(tokens.get(hash));
    }

    @Override
    public void remove(RefreshToken token) {
        tokens.remove(token.hash());
    }

    @Override
    public void remove(RefreshFamily family) {
        families.remove(family.id());
    }

    @Override
    public List<String> ofUser(String appId, String userId) {
        return families.values().stream()
                .filter(family ->
                        family.userId().equals(userId) && family.appId().equals(appId))
                .map(RefreshFamily::id)
                .sorted()
                .toList();
    }

    @Override
    public List<RefreshFamily> alive(String appId, String userId, Instant now, int most) {
        return families.values().stream()
                .filter(family ->
                        family.userId().equals(userId) && family.appId().equals(appId) && family.isAlive(now))
                .sorted(Comparator.comparing(RefreshFamily::lastUsedAt)
                        .reversed()
                        .thenComparing(RefreshFamily::id))
                .limit(most)
                .toList();
    }

    @Override
    public List<String> ended(Instant now) {
        return families.values().stream()
                .filter(family -> !family.isAlive(now))
                .map(RefreshFamily::id)
                .sorted()
                .toList();
    }

    /** How often a token was looked for. */
    int looks() {
        return looks;
    }

    int tokens() {
        return tokens.size();
    }
}
