package io.github.passage4j.core.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.passage4j.core.MovableClock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UsersTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    @Test
    void triesARenameAgainWhenAnotherWriterWasFirst() {
        Users users = new Contested(Users.ROUNDS - 1);

        assertThat(users.rename("ada", "Ada K.")).map(User::name).contains("Ada K.");
    }

    @Test
    void givesUpWhenOthersAreFirstEachTime() {
        Users users = new Contested(Users.ROUNDS);

        assertThatExceptionOfType(UserChangedException.class).isThrownBy(() -> users.rename("ada", "Ada K."));

        assertThat(users.findByPassageId("ada")).map(User::name).contains("Ada");
    }

    /** Somebody else changes Ada's row at the moment of each of the first renames. */
    private static final class Contested implements Users {

        private final Users users = new MapUsers(new MovableClock(NOW));
        private int rivals;

        Contested(int rivals) {
            this.rivals = rivals;
            users.add(User.create("ada", "Ada", NOW));
        }

        @Override
        public Optional<User> findByPassageId(String passageId) {
            return users.findByPassageId(passageId);
        }

        @Override
        public User add(User user) {
            return users.add(user);
        }

        @Override
        public Optional<User> rename(String passageId, @Nullable String name, @Nullable Long expectedVersion) {
            if (rivals-- > 0) {
                throw new UserChangedException(null);
            }
            return users.rename(passageId, name, expectedVersion);
        }

        @Override
        public boolean remove(String passageId) {
            return users.remove(passageId);
        }

        @Override
        public boolean remove(String passageId, long expectedVersion) {
            return users.remove(passageId, expectedVersion);
        }
    }
}
