package io.github.passage4j.rest.user;

import io.github.passage4j.core.authentication.PassageCaller;
import io.github.passage4j.core.user.User;
import io.github.passage4j.core.user.UserChangedException;
import io.github.passage4j.core.user.Users;
import io.github.passage4j.rest.problem.Problem;
import io.github.passage4j.rest.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/**
 * Changes of the caller's row under the condition that the caller set. Without a condition the last writer wins.
 */
@ApplicationScoped
public class UserRow {

    private final PassageCaller caller;
    private final Users users;

    @Inject
    public UserRow(PassageCaller caller, Users users) {
        this.caller = caller;
        this.users = users;
    }

    @SuppressWarnings("NullAway") // only the proxy of the container uses it
    protected UserRow() {
        this.caller = null;
        this.users = null;
    }

    /**
     * The row.
     *
     * @throws ProblemException 404 when there is none
     */
    User read() {
        return users.findByPassageId(caller.passageId()).orElseThrow(UserRow::absent);
    }

    /**
     * Changes the row as the patch says.
     *
     * @throws ProblemException 404 when there is none, 412 when the condition does not hold (any more)
     */
    User rename(RenameUserCommand patch, @Nullable EntityTags condition) {
        User user = read();
        check(user, condition);
        if (!patch.isNamed()) {
            return user;
        }
        return condition == null || condition.isAny() ? renameAnyVersion(patch) : renameVersion(patch, user.version());
    }

    private User renameVersion(RenameUserCommand patch, long version) {
        try {
            return users.rename(caller.passageId(), patch.name(), version).orElseThrow(UserRow::absent);
        } catch (UserChangedException e) {
            throw stale();
        }
    }

    private User renameAnyVersion(RenameUserCommand patch) {
        try {
            return users.rename(caller.passageId(), patch.name()).orElseThrow(UserRow::absent);
        } catch (UserChangedException e) {
            throw new ProblemException(
                    Problem.of(409, "The row is being changed by too many others at once: try again."));
        }
    }

    /**
     * Removes the row. Where there is none the wish is fulfilled, whatever the condition: a call that is repeated because its answer was lost
     * succeeds (RFC 9110 §13.1.1).
     *
     * @throws ProblemException 412 when the condition does not hold (any more)
     */
    void remove(@Nullable EntityTags condition) {
        if (condition == null || condition.isAny()) {
            users.remove(caller.passageId());
        } else {
            users.findByPassageId(caller.passageId()).ifPresent(user -> removeVersion(user, condition));
        }
    }

    private void removeVersion(User user, EntityTags condition) {
        check(user, condition);
        try {
            users.remove(caller.passageId(), user.version());
        } catch (UserChangedException e) {
            throw stale();
        }
    }

    private static void check(User user, @Nullable EntityTags condition) {
        if (condition != null && !condition.matchesStrongly(EntityTags.of(user))) {
            throw stale();
        }
    }

    private static ProblemException stale() {
        return new ProblemException(
                Problem.of(412, "The row is not in the version that If-Match names: read it again, then decide."));
    }

    private static ProblemException absent() {
        return new ProblemException(Problem.of(404, "The caller has no row yet: POST to this address creates it."));
    }
}
