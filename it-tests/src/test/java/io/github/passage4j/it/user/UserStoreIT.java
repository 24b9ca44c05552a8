package io.github.passage4j.it.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.passage4j.core.user.NameDrafts;
import io.github.passage4j.core.user.User;
import io.github.passage4j.core.user.UserChangedException;
import io.github.passage4j.core.user.UserDirectory;
import io.github.passage4j.core.user.UserDirectory.NamePosition;
import io.github.passage4j.core.user.UserExistsException;
import io.github.passage4j.core.user.UserListing;
import io.github.passage4j.core.user.UserListing.Order;
import io.github.passage4j.core.user.UserProvisioning;
import io.github.passage4j.core.user.UserProvisioning.Provisioned;
import io.github.passage4j.core.user.Users;
import io.github.passage4j.it.support.Archives;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.TargetsContainer;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Provisioning and storing in the container: CDI, JPA, migrations and Derby, all real. */
@ExtendWith(ArquillianExtension.class)
class UserStoreIT {

    private static final int CALLERS = 50;

    @Inject
    UserProvisioning provisioning;

    @Inject
    Users users;

    @Inject
    UserDirectory directory;

    @Inject
    NameDrafts drafts;

    @Resource(lookup = "jdbc/passage-app")
    DataSource database;

    @Deployment
    @TargetsContainer("api")
    static WebArchive deployment() {
        return Archives.restApiWith(UserStoreIT.class);
    }

    @Test
    void runsOnDerbyWithTheSchemaMigrated() throws SQLException {
        try (Connection connection = database.getConnection()) {
            assertThat(connection.getMetaData().getDatabaseProductName()).isEqualTo("Apache Derby");
        }
        assertThat(users.findByPassageId(newPassageId())).isEmpty();
    }

    @Test
    void createsTheRowOnceAndFindsItEverAfter() {
        String passageId = newPassageId();

        Provisioned first = provisioning.findOrCreate(passageId, "  Ada Lovelace ");
        Provisioned second = provisioning.findOrCreate(passageId, "Somebody Else");

        assertThat(first.created()).isTrue();
        assertThat(second.created()).isFalse();
        assertThat(second.user().id()).isEqualTo(first.user().id());
        assertThat(second.user().name()).isEqualTo("Ada Lovelace");
    }

    @Test
    void keepsNamesAndTimesAsTheyWere() {
        String passageId = newPassageId();
        String name = "\uD83E\uDD16".repeat(98) + "\u05D0\u0301";
        Instant before = Instant.now().truncatedTo(ChronoUnit.MICROS);

        provisioning.findOrCreate(passageId, name);

        User stored = users.findByPassageId(passageId).orElseThrow();
        assertThat(stored.name()).isEqualTo(name);
        assertThat(stored.createdAt()).isBetween(before, Instant.now()).isEqualTo(stored.updatedAt());
    }

    @Test
    void createsARowWithoutANameWhenNoneIsKnown() {
        String passageId = newPassageId();

        provisioning.findOrCreate(passageId, null);

        assertThat(users.findByPassageId(passageId).orElseThrow().name()).isNull();
    }

    @Test
    void refusesASecondRowOfTheSamePassageUser() {
        String passageId = newPassageId();
        users.add(User.create(passageId, null, Instant.now()));

        assertThatThrownBy(() -> users.add(User.create(passageId, null, Instant.now())))
                .isInstanceOf(UserExistsException.class);
    }

    @Test
    void makesOneRowForManyCallersAtOnce() throws Exception {
        String passageId = newPassageId();
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        List<Future<Provisioned>> answers = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            answers.add(callers.submit(() -> {
                start.await();
                return provisioning.findOrCreate(passageId, "Ada");
            }));
        }

        start.countDown();

        List<Provisioned> provisioned = new ArrayList<>();
        for (Future<Provisioned> answer : answers) {
            provisioned.add(answer.get());
        }
        callers.shutdown();
        assertThat(provisioned).filteredOn(Provisioned::created).hasSize(1);
        assertThat(provisioned)
                .extracting(each -> each.user().id())
                .containsOnly(provisioned.get(0).user().id());
    }

    @Test
    void keepsOneDraftOfANameForManyWhoTypeAtOnce() throws Exception {
        String address = newPassageId() + "@mail.example";
        User row = provisioning.findOrCreate(newPassageId(), null).user();
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService people = Executors.newFixedThreadPool(CALLERS);
        List<Future<?>> answers = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            answers.add(people.submit(() -> {
                start.await();
                drafts.keep(address, "Ada");
                return null;
            }));
        }

        start.countDown();

        for (Future<?> answer : answers) {
            answer.get();
        }
        people.shutdown();
        assertThat(drafts.complete(row, address)).contains("Ada");
        assertThat(users.findByPassageId(row.passageId())).map(User::name).contains("Ada");
    }

    @Test
    void pagesThroughUsersByNumber() {
        long first = newUser("Ada");
        long second = newUser(null);

        assertThat(directory.page(first - 1, 2)).extracting(User::id).containsExactly(first, second);
        assertThat(directory.page(second, 10)).isEmpty();
        assertThat(directory.find(first)).map(User::name).contains("Ada");
        assertThat(directory.find(Long.MAX_VALUE)).isEmpty();
    }

    @Test
    void pagesThroughEqualNamesByNumber() {
        String prefix = newPassageId();
        long one = newUser(prefix + " b");
        long two = newUser(prefix + " b");
        long three = newUser(prefix + " b");
        long before = newUser(prefix + " a");

        assertThat(directory.pageByName(prefix, null, 2)).extracting(User::id).containsExactly(before, one);
        assertThat(directory.pageByName(prefix, new NamePosition(prefix + " b", one), 5))
                .extracting(User::id)
                .containsExactly(two, three);
        assertThat(directory.pageByName(prefix, new NamePosition(prefix + " b", three), 5))
                .isEmpty();
    }

    @Test
    void listsUsersInEveryOrder() {
        long bob = newUser("Bob");
        long ada = newUser("Ada");
        long nobody = newUser(null);

        assertThat(listed(null, Order.CREATED, false)).containsSubsequence(bob, ada, nobody);
        assertThat(listed(null, Order.CREATED, true)).startsWith(nobody, ada, bob);
        assertThat(listed(null, Order.NAME, false)).containsSubsequence(ada, bob, nobody);
        assertThat(listed(null, Order.NAME, true)).containsSubsequence(nobody, bob, ada);
        assertThat(directory.rows(List.of(bob, Long.MAX_VALUE, ada)))
                .extracting(User::name)
                .containsExactly("Bob", "Ada");
    }

    @Test
    void listsUsersByTheBeginningOfTheirNames() {
        String prefix = newPassageId();
        long second = newUser(prefix + " b");
        long first = newUser(prefix + " a");
        newUser("x" + prefix);
        newUser(prefix.toUpperCase(java.util.Locale.ROOT) + "X");

        assertThat(listed(prefix, Order.NAME, false)).containsExactly(first, second);
        assertThat(listed(prefix, Order.NAME, true)).containsExactly(second, first);
        assertThat(listed(prefix, Order.CREATED, false)).containsExactly(second, first);
        assertThat(listed(prefix, Order.CREATED, true)).containsExactly(first, second);
        assertThat(listed(prefix + "%", Order.NAME, false)).isEmpty();
        assertThat(listed("' OR 1=1 --", Order.NAME, false)).isEmpty();
    }

    @Test
    void listsOneUserByPassageId() {
        String passageId = newPassageId();
        long ada = Objects.requireNonNull(
                provisioning.findOrCreate(passageId, "Ada").user().id());

        assertThat(directory.list(new UserListing(null, passageId, Order.NAME, true)))
                .containsExactly(ada);
        assertThat(directory.list(new UserListing("A", passageId, Order.NAME, true)))
                .containsExactly(ada);
        assertThat(directory.list(new UserListing("B", passageId, Order.NAME, true)))
                .isEmpty();
        assertThat(directory.list(new UserListing(null, passageId.substring(1), Order.NAME, true)))
                .isEmpty();
    }

    @Test
    void takesANameAwayAndRemovesTheExpectedVersionOnly() {
        String passageId = newPassageId();
        long stale = provisioning.findOrCreate(passageId, "Ada").user().version();
        long current = users.rename(passageId, null, stale).orElseThrow().version();

        assertThat(users.findByPassageId(passageId)).map(User::name).isEmpty();
        assertThatThrownBy(() -> users.remove(passageId, stale)).isInstanceOf(UserChangedException.class);
        assertThat(users.remove(passageId, current)).isTrue();
        assertThat(users.remove(passageId, current)).isFalse();
    }

    private List<Long> listed(@Nullable String prefix, Order order, boolean descending) {
        return directory.list(new UserListing(prefix, null, order, descending));
    }

    private long newUser(@Nullable String name) {
        return Objects.requireNonNull(
                provisioning.findOrCreate(newPassageId(), name).user().id());
    }

    private static String newPassageId() {
        return UUID.randomUUID().toString().replace("-", "").substring(0, 24);
    }
}
