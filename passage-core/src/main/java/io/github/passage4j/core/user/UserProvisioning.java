package io.github.passage4j.core.user;

import io.github.passage4j.core.config.PassageClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * "Find or create": gives a verified caller their row, however often and from however many threads it is asked.
 *
 * <p>Two callers at once both try to insert; the database's constraint lets one win, and the other reads the winner's row.
 */
@ApplicationScoped
public class UserProvisioning {

    private final Users users;
    private final Clock clock;

    @Inject
    public UserProvisioning(Users users, @PassageClock Clock clock) {
        this.users = users;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway") // only the proxy of the container uses it
    protected UserProvisioning() {
        this.users = null;
        this.clock = null;
    }

    /**
     * The row of this Passage user, made now if there is none.
     *
     * @param passageId Passage user id of a verified caller
     * @param name for a new row, {@code null} when unknown; an existing row keeps its own
     * @throws InvalidNameException when a new row would be needed and the name breaks a rule of {@link DisplayName}
     */
    public Provisioned findOrCreate(String passageId, @Nullable String name) {
        Optional<User> known = users.findByPassageId(passageId);
        return known.isPresent() ? new Provisioned(known.get(), false) : create(passageId, name);
    }

    private Provisioned create(String passageId, @Nullable String name) {
        try {
            return new Provisioned(users.add(User.create(passageId, name, clock.instant())), true);
        } catch (UserExistsException e) {
            return users.findByPassageId(passageId)
                    .map(winner -> new Provisioned(winner, false))
                    .orElseThrow(() -> e);
        }
    }

    /**
     * A row, and whether this call made it.
     *
     * @param user the stored row
     * @param created {@code false} when it was there before
     */
    public record Provisioned(User user, boolean created) {}
}
