package io.github.passage4j.core.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.passage4j.core.MovableClock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UserProvisioningTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    private final MovableClock clock = new MovableClock(NOW);
    private final Users users = new MapUsers(clock);
    private final UserProvisioning provisioning = new UserProvisioning(users, clock);

    @Test
    void createsARowTheFirstTime() {
        UserProvisioning.Provisioned first = provisioning.findOrCreate("ada", " Ada ");

        assertThat(first.created()).isTrue();
        assertThat(first.user().name()).isEqualTo("Ada");
        assertThat(first.user().createdAt()).isEqualTo(NOW);
        assertThat(users.findByPassageId("ada")).contains(first.user());
    }

    @Test
    void findsTheVerySameRowAgainWhateverNameIsSent() {
        provisioning.findOrCreate("ada", "Ada");

        UserProvisioning.Provisioned again = provisioning.findOrCreate("ada", "Somebody else \u0000");

        assertThat(again.created()).isFalse();
        assertThat(again.user().name()).isEqualTo("Ada");
    }

    @Test
    void createsARowWithoutAName() {
        assertThat(provisioning.findOrCreate("ada", null).user().name()).isNull();
    }

    @Test
    void createsNothingForABadName() {
        assertThatExceptionOfType(InvalidNameException.class).isThrownBy(() -> provisioning.findOrCreate("ada", ""));

        assertThat(users.findByPassageId("ada")).isEmpty();
    }

    @Test
    void readsTheWinnersRowWhenSomebodyElseWasFaster() {
        User winner = users.add(User.create("ada", "the winner", NOW));
        UserProvisioning late = new UserProvisioning(new BlindAtFirst(users), clock);

        UserProvisioning.Provisioned result = late.findOrCreate("ada", "the loser");

        assertThat(result.created()).isFalse();
        assertThat(result.user()).isSameAs(winner);
    }

    /** Between any two steps the process dies, or a rival (callback, page, reconciliation) does the whole thing. */
    @ParameterizedTest
    @EnumSource
    void leavesOneRowWhateverHappensBetweenTwoSteps(Mishap mishap) {
        UserProvisioning disturbed = new UserProvisioning(new Disturbed(users, mishap, this::rival), clock);
        try {
            disturbed.findOrCreate("ada", "Ada");
        } catch (ProcessDiedException e) {
            assertThat(mishap.isFatal()).isTrue();
        }

        User row = provisioning.findOrCreate("ada", "Ada").user();

        assertThat(users.findByPassageId("ada")).containsSame(row);
        assertThat(users.remove("ada")).isTrue();
        assertThat(users.findByPassageId("ada")).isEmpty();
    }

    private void rival() {
        provisioning.findOrCreate("ada", "Rival");
    }

    @Test
    void saysSoWhenTheWinnersRowIsGoneAgain() {
        UserProvisioning unlucky = new UserProvisioning(new Vanishing(), clock);

        assertThatExceptionOfType(UserExistsException.class).isThrownBy(() -> unlucky.findOrCreate("ada", null));
    }

    /** What happens, and between which steps. */
    private enum Mishap {
        DIES_BEFORE_THE_LOOK,
        DIES_BEFORE_THE_INSERT,
        DIES_AFTER_THE_INSERT,
        RIVAL_BEFORE_THE_INSERT,
        RIVAL_AFTER_THE_INSERT;

        boolean isFatal() {
            return name().startsWith("DIES");
        }
    }

    private static final class ProcessDiedException extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    /** Lets the mishap happen at its step. */
    private static final class Disturbed extends BlindAtFirst {

        private final Mishap mishap;
        private final Runnable rival;

        Disturbed(Users users, Mishap mishap, Runnable rival) {
            super(users);
            this.mishap = mishap;
            this.rival = rival;
        }

        @Override
        public Optional<User> findByPassageId(String passageId) {
            dieIf(Mishap.DIES_BEFORE_THE_LOOK);
            return super.findByPassageId(passageId);
        }

        @Override
        public User add(User user) {
            dieIf(Mishap.DIES_BEFORE_THE_INSERT);
            compete(Mishap.RIVAL_BEFORE_THE_INSERT);
            User added = super.add(user);
            dieIf(Mishap.DIES_AFTER_THE_INSERT);
            compete(Mishap.RIVAL_AFTER_THE_INSERT);
            return added;
        }

        private void dieIf(Mishap now) {
            if (mishap == now) {
                throw new ProcessDiedException();
            }
        }

        private void compete(Mishap now) {
            if (mishap == now) {
                rival.run();
            }
        }
    }

    /** Misses the row at the first look, as a caller does whose rival has not committed yet. */
    private static class BlindAtFirst implements Users {

        private final Users users;
        private boolean looked;

        BlindAtFirst(Users users) {
            this.users = users;
        }

        @Override
        public Optional<User> findByPassageId(String passageId) {
            Optional<User> found = looked ? users.findByPassageId(passageId) : Optional.empty();
            looked = true;
            return found;
        }

        @Override
        public User add(User user) {
            return users.add(user);
        }

        @Override
        public Optional<User> rename(String passageId, @Nullable String name, @Nullable Long expectedVersion) {
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

    private static final class Vanishing extends BlindAtFirst {

        Vanishing() {
            super(new MapUsers(new MovableClock(NOW)));
        }

        @Override
        public User add(User user) {
            throw new UserExistsException(new IllegalStateException("taken"));
        }
    }
}
