package io.github.passage4j.core.reconciliation;

import io.github.passage4j.core.management.PassageApiException;
import io.github.passage4j.core.management.PassageUser;
import io.github.passage4j.core.management.PassageUsers;
import io.github.passage4j.core.management.UserQuery;
import io.github.passage4j.core.user.User;
import io.github.passage4j.core.user.UserDirectory;
import io.github.passage4j.core.user.UserProvisioning;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Compares Passage's users with the app's rows: each user who has finished registration gets a row if there is none, and rows whose Passage
 * user is gone are reported.
 *
 * <p>May run at any time, also twice at once, beside sign-ups and removals: rows are made by {@link UserProvisioning}, and a row counts as
 * orphan only when Passage, asked for that very user, answers 404. Holds all Passage user ids in memory meanwhile, about 100 bytes each.
 */
@ApplicationScoped
public class UserReconciliation {

    private static final String PENDING = "pending";
    private static final int ROWS_AT_ONCE = 500;

    private final PassageUsers passageUsers;
    private final UserProvisioning provisioning;
    private final UserDirectory directory;

    @Inject
    public UserReconciliation(PassageUsers passageUsers, UserProvisioning provisioning, UserDirectory directory) {
        this.passageUsers = passageUsers;
        this.provisioning = provisioning;
        this.directory = directory;
    }

    @SuppressWarnings("NullAway") // only the proxy of the container uses it
    protected UserReconciliation() {
        this.passageUsers = null;
        this.provisioning = null;
        this.directory = null;
    }

    /**
     * Runs once over all users.
     *
     * @throws PassageApiException when Passage refuses or gives no usable answer; rows that were made until then stay
     */
    public ReconciliationReport run() {
        Run run = new Run();
        try (Stream<PassageUser> all = passageUsers.list(oldestFirst())) {
            all.forEach(run::provide);
        }
        run.compareRows();
        return run.report();
    }

    private static UserQuery oldestFirst() {
        return UserQuery.all()
                .orderBy(UserQuery.Field.CREATED_AT, UserQuery.Direction.ASCENDING)
                .inPagesOf(UserQuery.MAX_PAGE_SIZE);
    }

    /** What one run has found so far. */
    private final class Run {

        private final Set<String> known = new HashSet<>();
        private final List<String> orphans = new ArrayList<>();
        private long finished;
        private long created;
        private long rows;

        void provide(PassageUser user) {
            known.add(user.id());
            if (PENDING.equals(user.status())) {
                return;
            }
            finished++;
            if (provisioning.findOrCreate(user.id(), null).created()) {
                created++;
            }
        }

        void compareRows() {
            long last = 0;
            for (List<User> page = directory.page(last, ROWS_AT_ONCE);
                    !page.isEmpty();
                    page = directory.page(last, ROWS_AT_ONCE)) {
                for (User row : page) {
                    compare(row);
                    last = number(row);
                }
            }
        }

        private void compare(User row) {
            rows++;
            if (!known.contains(row.passageId()) && isGone(row.passageId())) {
                orphans.add(row.passageId());
            }
        }

        ReconciliationReport report() {
            return new ReconciliationReport(finished, created, rows, orphans);
        }
    }

    /** The list leaves out who signed up since it began, so the absent are asked for one by one. */
    private boolean isGone(String passageId) {
        try {
            passageUsers.get(passageId);
            return false;
        } catch (PassageApiException e) {
            if (e.isUserNotFound()) {
                return true;
            }
            throw e;
        }
    }

    private static long number(User row) {
        Long id = row.id();
        if (id == null) {
            throw new IllegalStateException("A stored row has a number");
        }
        return id;
    }
}
