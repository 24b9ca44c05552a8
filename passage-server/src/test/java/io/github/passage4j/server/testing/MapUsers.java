package io.github.passage4j.server.testing;

import io.github.passage4j.server.users.Criterion;
import io.github.passage4j.server.users.Criterion.Field;
import io.github.passage4j.server.users.Criterion.Operator;
import io.github.passage4j.server.users.Identifier;
import io.github.passage4j.server.users.User;
import io.github.passage4j.server.users.UserExistsException;
import io.github.passage4j.server.users.UserQuery;
import io.github.passage4j.server.users.UserStatus;
import io.github.passage4j.server.users.Users;
import io.github.passage4j.server.wire.WireInstant;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The accounts, in memory. */
public final class MapUsers implements Users {

    private final Map<String, User> byId = new ConcurrentHashMap<>();

    @Override
    public synchronized void add(User user) {
        save(user);
        byId.put(user.id(), user);
    }

    @Override
    public Optional<User> find(String appId, String id) {
        return Optional.ofNullable(byId.get(id)).filter(user -> user.appId().equals(appId));
    }

    @Override
    public Optional<User> find(String appId, Identifier identifier) {
        return ofApp(appId)
                .filter(user -> user.sameKindAs(identifier).equals(identifier.value()))
                .findFirst();
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
    public void save(User user) {
        boolean isTaken = ofApp(user.appId())
                .filter(other -> !other.equals(user))
                .anyMatch(other -> isSame(user.email(), other.email()) || isSame(user.phone(), other.phone()));
        if (isTaken) {
            throw new UserExistsException(new IllegalStateException("there already"));
        }
    }

    @Override
    public void remove(User user) {
        byId.remove(user.id());
    }

    @Override
    public List<User> list(UserQuery query, int offset, int limit) {
        return filtered(query).sorted(order(query)).skip(offset).limit(limit).toList();
    }

    @Override
    public List<User> after(String appId, String id, int limit) {
        return ofApp(appId)
                .filter(user -> user.id().compareTo(id) > 0)
                .sorted(Comparator.comparing(User::id))
                .limit(limit)
                .toList();
    }

    @Override
    public long count(UserQuery query) {
        return filtered(query).count();
    }

    private Stream<User> filtered(UserQuery query) {
        return ofApp(query.appId())
                .filter(user -> user.createdAt().isBefore(query.createdBefore()))
                .filter(user -> query.criteria().stream().allMatch(criterion -> matches(user, criterion)));
    }

    private static Comparator<User> order(UserQuery query) {
        Comparator<User> byId = Comparator.comparing(User::id);
        if (query.order().isEmpty()) {
            return Comparator.comparing(User::createdAt).reversed().thenComparing(byId);
        }
        return query.order().stream()
                .map(order -> {
                    Comparator<User> by = (one, other) -> compare(
                            values(one, order.field()).get(0),
                            values(other, order.field()).get(0));
                    return order.ascending() ? by : by.reversed();
                })
                .reduce(Comparator::thenComparing)
                .orElse(byId)
                .thenComparing(byId);
    }

    private static boolean matches(User user, Criterion criterion) {
        Predicate<Object> test = value -> switch (criterion.operator()) {
            case EQ, NE -> value.equals(criterion.value());
            case GT -> compare(value, criterion.value()) > 0;
            case LT -> compare(value, criterion.value()) < 0;
            case LIKE, NOT_LIKE -> value.toString().contains(criterion.value().toString());
        };
        boolean any = values(user, criterion.field()).stream().anyMatch(test);
        boolean isNegative = criterion.operator() == Operator.NE || criterion.operator() == Operator.NOT_LIKE;
        return any != isNegative;
    }

    private static List<Object> values(User user, Field field) {
        return switch (field) {
            case IDENTIFIER ->
                Stream.of(user.email(), user.phone())
                        .filter(text -> !text.isEmpty())
                        .<Object>map(text -> text)
                        .toList();
            case ID -> List.of(user.id());
            case STATUS -> List.of(user.status().text());
            case LOGIN_COUNT -> List.of(user.loginCount());
            case CREATED_AT -> List.of(user.createdAt());
            case UPDATED_AT -> List.of(user.updatedAt());
            case LAST_LOGIN_AT -> List.of(user.lastLoginAt().orElse(WireInstant.NEVER));
        };
    }

    private static int compare(Object one, Object other) {
        if (one instanceof Instant instant) {
            return instant.compareTo((Instant) other);
        }
        return one instanceof Integer number
                ? number.compareTo((Integer) other)
                : one.toString().compareTo(other.toString());
    }

    private static boolean isSame(String one, String other) {
        return !one.isEmpty() && one.equals(other);
    }

    private Stream<User> ofApp(String appId) {
        return byId.values().stream().filter(user -> user.appId().equals(appId));
    }
}
