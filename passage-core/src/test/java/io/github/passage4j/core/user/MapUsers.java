package io.github.passage4j.core.user;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Users in memory, for tests. */
public final class MapUsers implements Users {

    private final Map<String, Row> rows = new ConcurrentHashMap<>();
    private final AtomicLong ids = new AtomicLong();
    private final Clock clock;

    public MapUsers(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Optional<User> findByPassageId(String passageId) {
        return Optional.ofNullable(rows.get(passageId));
    }

    @Override
    public User add(User user) {
        Row row = new Row(ids.incrementAndGet(), user, 1);
        if (rows.putIfAbsent(user.passageId(), row) != null) {
            throw new UserExistsException(new IllegalStateException("taken"));
        }
        return row;
    }

    @Override
    public Optional<User> rename(String passageId, @Nullable String name, @Nullable Long expectedVersion) {
        return Optional.ofNullable(rows.computeIfPresent(passageId, (id, row) -> {
            if (expectedVersion != null && expectedVersion != row.version()) {
                throw new UserChangedException(null);
            }
            return row.renamed(name, clock.instant());
        }));
    }

    @Override
    public boolean remove(String passageId) {
        return rows.remove(passageId) != null;
    }

    @Override
    public boolean remove(String passageId, long expectedVersion) {
        AtomicBoolean removed = new AtomicBoolean();
        rows.computeIfPresent(passageId, (id, row) -> {
            if (expectedVersion != row.version()) {
                throw new UserChangedException(null);
            }
            removed.set(true);
            return null;
        });
        return removed.get();
    }

    /** A stored user: what the persistence provider would fill in is given. */
    private static final class Row extends User {

        private final long id;
        private final User user;
        private final long version;

        Row(long id, User user, long version) {
            this.id = id;
            this.user = user;
            this.version = version;
        }

        Row renamed(@Nullable String name, Instant now) {
            User copy = User.create(user.passageId(), user.name(), user.createdAt());
            copy.rename(name, now);
            return Objects.equals(copy.name(), user.name()) ? this : new Row(id, copy, version + 1);
        }

        @Override
        public Long id() {
            return id;
        }

        @Override
        public String passageId() {
            return user.passageId();
        }

        @Override
        public @Nullable String name() {
            return user.name();
        }

        @Override
        public Instant createdAt() {
            return user.createdAt();
        }

        @Override
        public Instant updatedAt() {
            return user.updatedAt();
        }

        @Override
        public long version() {
            return version;
        }
    }
}
