package io.github.passage4j.core.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.passage4j.core.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every adapter of {@link Users} promises. */
public abstract class UsersContract {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00.123456Z");

    protected final MovableClock clock = new MovableClock(NOW);

    /** An empty repository that reads {@link #clock}. */
    protected abstract Users users();

    @Test
    void findsNobodyAtFirst() {
        assertThat(users().findByPassageId("ada")).isEmpty();
    }

    @Test
    void findsWhatWasAdded() {
        Users users = users();

        User added = users.add(User.create("ada", "Ada \uD83D\uDE00", NOW));

        assertThat(added.id()).isNotNull();
        assertThat(users.findByPassageId("ada")).hasValueSatisfying(found -> {
            assertThat(found.id()).isEqualTo(added.id());
            assertThat(found.passageId()).isEqualTo("ada");
            assertThat(found.name()).isEqualTo("Ada \uD83D\uDE00");
            assertThat(found.createdAt()).isEqualTo(NOW);
            assertThat(found.updatedAt()).isEqualTo(NOW);
            assertThat(found.version()).isEqualTo(added.version());
        });
    }

    @Test
    void storesAUserWithoutAName() {
        Users users = users();

        users.add(User.create("ada", null, NOW));

        assertThat(users.findByPassageId("ada")).map(User::name).isEmpty();
    }

    @Test
    void storesTheLongestName() {
        Users users = users();
        String longest = "\uD83D\uDE00".repeat(DisplayName.MAX_LENGTH);

        users.add(User.create("ada", longest, NOW));

        assertThat(users.findByPassageId("ada")).map(User::name).contains(longest);
    }

    @Test
    void tellsPassageUsersApartByCase() {
        Users users = users();

        users.add(User.create("ada", null, NOW));

        assertThat(users.findByPassageId("ADA")).isEmpty();
        assertThat(users.add(User.create("ADA", null, NOW)).id()).isNotNull();
    }

    @Test
    void refusesASecondRowOfOnePassageUserAndKeepsTheFirst() {
        Users users = users();
        users.add(User.create("ada", "first", NOW));

        assertThatExceptionOfType(UserExistsException.class)
                .isThrownBy(() -> users.add(User.create("ada", "second", NOW)));

        assertThat(users.findByPassageId("ada")).map(User::name).contains("first");
    }

    @Test
    void letsOneOfManySimultaneousAdditionsWin() {
        Users users = users();

        List<Boolean> won = atOnce(20, () -> {
            try {
                users.add(User.create("ada", null, NOW));
                return true;
            } catch (UserExistsException e) {
                return false;
            }
        });

        assertThat(won).containsOnlyOnce(true);
    }

    @Test
    void renamesAndCountsTheVersion() {
        Users users = users();
        long before = users.add(User.create("ada", "Ada", NOW)).version();
        clock.advance(Duration.ofMinutes(1));

        User renamed = users.rename("ada", " Ada K. ", before).orElseThrow();

        assertThat(renamed.name()).isEqualTo("Ada K.");
        assertThat(renamed.version()).isGreaterThan(before);
        assertThat(renamed.updatedAt()).isEqualTo(NOW.plus(Duration.ofMinutes(1)));
        assertThat(users.findByPassageId("ada")).hasValueSatisfying(found -> {
            assertThat(found.name()).isEqualTo("Ada K.");
            assertThat(found.version()).isEqualTo(renamed.version());
            assertThat(found.createdAt()).isEqualTo(NOW);
        });
    }

    @Test
    void renamesWhateverVersionIsThereWhenNoneIsExpected() {
        Users users = users();
        users.add(User.create("ada", null, NOW));

        assertThat(users.rename("ada", "Ada")).map(User::name).contains("Ada");
    }

    @Test
    void letsTheLastOfManySimultaneousWritersWin() {
        Users users = users();
        users.add(User.create("ada", "Ada", NOW));

        List<Boolean> renamed = atOnce(
                10, () -> users.rename("ada", "by " + Thread.currentThread().getName())
                        .isPresent());

        assertThat(renamed).containsOnly(true);
        assertThat(users.findByPassageId("ada")).map(User::name).hasValueSatisfying(name -> assertThat(name)
                .startsWith("by "));
    }

    @Test
    void doesNotCountARenameToTheSameName() {
        Users users = users();
        long before = users.add(User.create("ada", "Ada", NOW)).version();
        clock.advance(Duration.ofMinutes(1));

        assertThat(users.rename("ada", "Ada", before)).map(User::version).contains(before);
        assertThat(users.findByPassageId("ada")).map(User::updatedAt).contains(NOW);
    }

    @Test
    void refusesToRenameAnotherVersionThanTheExpectedOne() {
        Users users = users();
        long stale = users.add(User.create("ada", "Ada", NOW)).version();
        clock.advance(Duration.ofMinutes(1));
        users.rename("ada", "Ada K.", stale);

        assertThatExceptionOfType(UserChangedException.class).isThrownBy(() -> users.rename("ada", "Ada L.", stale));

        assertThat(users.findByPassageId("ada")).map(User::name).contains("Ada K.");
    }

    @Test
    void letsOneOfManySimultaneousChangesOfOneVersionWin() {
        Users users = users();
        long version = users.add(User.create("ada", "Ada", NOW)).version();
        clock.advance(Duration.ofMinutes(1));

        List<Boolean> won = atOnce(20, () -> {
            try {
                return users.rename("ada", "by " + Thread.currentThread().getName(), version)
                        .isPresent();
            } catch (UserChangedException e) {
                return false;
            }
        });

        assertThat(won).containsOnlyOnce(true);
    }

    @Test
    void refusesToRenameToABadName() {
        Users users = users();
        users.add(User.create("ada", "Ada", NOW));

        assertThatExceptionOfType(InvalidNameException.class).isThrownBy(() -> users.rename("ada", " "));

        assertThat(users.findByPassageId("ada")).map(User::name).contains("Ada");
    }

    @Test
    void takesTheNameAway() {
        Users users = users();
        long before = users.add(User.create("ada", "Ada", NOW)).version();

        User nameless = users.rename("ada", null, before).orElseThrow();

        assertThat(nameless.name()).isNull();
        assertThat(nameless.version()).isGreaterThan(before);
        assertThat(users.findByPassageId("ada")).map(User::name).isEmpty();
    }

    @Test
    void removesTheExpectedVersionOnly() {
        Users users = users();
        long stale = users.add(User.create("ada", "Ada", NOW)).version();
        long current = users.rename("ada", "Ada K.", stale).orElseThrow().version();

        assertThatExceptionOfType(UserChangedException.class).isThrownBy(() -> users.remove("ada", stale));
        assertThat(users.findByPassageId("ada")).isPresent();
        assertThat(users.remove("ada", current)).isTrue();
        assertThat(users.remove("ada", current)).isFalse();
    }

    @Test
    void renamesNobodyWhoHasNoRow() {
        assertThat(users().rename("ada", "Ada")).isEmpty();
    }

    @Test
    void removesARowOnce() {
        Users users = users();
        users.add(User.create("ada", "Ada", NOW));
        users.add(User.create("bob", "Bob", NOW));

        assertThat(users.remove("ada")).isTrue();
        assertThat(users.remove("ada")).isFalse();

        assertThat(users.findByPassageId("ada")).isEmpty();
        assertThat(users.findByPassageId("bob")).isPresent();
    }

    @Test
    void addsAgainWhatWasRemoved() {
        Users users = users();
        Long first = users.add(User.create("ada", "Ada", NOW)).id();
        users.remove("ada");

        assertThat(users.add(User.create("ada", "Ada", NOW)).id()).isNotEqualTo(first);
    }

    private static List<Boolean> atOnce(int number, Callable<Boolean> task) {
        ExecutorService threads = Executors.newFixedThreadPool(number);
        try {
            List<Future<Boolean>> results = threads.invokeAll(
                    IntStream.range(0, number).mapToObj(i -> task).toList());
            return results.stream().map(UsersContract::result).toList();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
    }

    private static Boolean result(Future<Boolean> result) {
        try {
            return Objects.requireNonNull(result.get());
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
