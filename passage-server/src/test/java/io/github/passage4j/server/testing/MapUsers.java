package io.github.passage4j.server.testing;

import io.github.passage4j.server.users.Identifier;
import io.github.passage4j.server.users.User;
import io.github.passage4j.server.users.UserExistsException;
import io.github.passage4j.server.users.UserStatus;
import io.github.passage4j.server.users.Users;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The accounts, in memory. */
public final class MapUsers implements Users {

    private final Map<String, User> byAddress = new ConcurrentHashMap<>();

    @Override
    public void add(User user) {
        User present = byAddress.putIfAbsent(user.appId() + "/" + user.email(), user);
        if (present != null) {
            throw new UserExistsException(new IllegalStateException("there already"));
        }
    }

    @Override
    public Optional<User> find(String appId, String id) {
        return ofApp(appId).filter(user -> user.id().equals(id)).findFirst();
    }

    @Override
    public Optional<User> find(String appId, Identifier identifier) {
        return Optional.ofNullable(byAddress.get(appId + "/" + identifier.email()));
    }

    @Override
    public Optional<User> lock(String appId, String id) {
        return find(appId, id);
    }

    @Override
    public Optional<User> describePending(String appId, String id, JsonObject metadata, Instant now) {
        Optional<User> found = find(appId, id);
        found.filter(user -> user.status() == UserStatus.PENDING).ifPresent(user -> user.describe(metadata, now));
        return found;
    }

    @Override
    public List<User> list(Filter filter, int offset, int limit) {
        return filtered(filter)
                .sorted(Comparator.comparing(User::createdAt).reversed().thenComparing(User::id))
                .skip(offset)
                .limit(limit)
                .toList();
    }

    @Override
    public long count(Filter filter) {
        return filtered(filter).count();
    }

    private Stream<User> filtered(Filter filter) {
        return ofApp(filter.appId())
                .filter(user -> user.createdAt().isBefore(filter.createdBefore()))
                .filter(user -> filter.email() == null || user.email().equals(filter.email()));
    }

    private Stream<User> ofApp(String appId) {
        return byAddress.values().stream().filter(user -> user.appId().equals(appId));
    }
}
