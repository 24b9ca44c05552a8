package io.github.passage4j.core.administration;

import io.github.passage4j.core.config.PassageClock;
import io.github.passage4j.core.management.Device;
import io.github.passage4j.core.management.PassageApiException;
import io.github.passage4j.core.management.PassageUsers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Changes that administrators make to users. Each is recorded before Passage is asked to make it, and its outcome after, so that no change
 * is without a record, whenever the process dies:
 *
 * <pre>
 *   record "begun" ──known already──► what is recorded, nothing is done again
 *          │
 *          ▼
 *       Passage ──► record the outcome: done, gone, refused, unknown
 * </pre>
 *
 * <p>That the caller is an administrator is for the caller of this class to see to. Thread-safe.
 */
@ApplicationScoped
public class UserAdministration {

    private final PassageUsers passageUsers;
    private final AdminChanges changes;
    private final Clock clock;

    @Inject
    public UserAdministration(PassageUsers passageUsers, AdminChanges changes, @PassageClock Clock clock) {
        this.passageUsers = passageUsers;
        this.changes = changes;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway") // only the proxy of the container uses it
    protected UserAdministration() {
        this.passageUsers = null;
        this.changes = null;
        this.clock = null;
    }

    /**
     * Makes a change, unless the same request was made before. What Passage says of it is in the record. This method fails when the record
     * can't be kept: nothing was changed then, or the outcome stays unknown.
     *
     * @throws OwnDeactivationException when an administrator would be shut out by their own doing
     */
    public void perform(ChangeRequest request) {
        if (request.isOwnDeactivation()) {
            throw new OwnDeactivationException();
        }
        try {
            changes.begin(request, passkeyName(request), clock.instant());
        } catch (ChangeExistsException e) {
            return;
        }
        changes.end(request.id(), ask(request), clock.instant());
    }

    /** The change that was asked for by this request. */
    public Optional<AdminChange> find(UUID id) {
        return changes.find(id);
    }

    /** The last changes to a user, the latest first. */
    public List<AdminChange> changesOf(String passageId, int limit) {
        return changes.of(passageId, limit);
    }

    private Outcome ask(ChangeRequest request) {
        try {
            switch (request.action()) {
                case ACTIVATE -> passageUsers.activate(request.passageId());
                case DEACTIVATE -> passageUsers.deactivate(request.passageId());
                case REVOKE_PASSKEY -> passageUsers.revokeDevice(request.passageId(), passkeyId(request));
                case END_SESSIONS -> passageUsers.revokeRefreshTokens(request.passageId());
            }
            return Outcome.DONE;
        } catch (PassageApiException e) {
            return outcomeOf(e);
        }
    }

    private static String passkeyId(ChangeRequest request) {
        String passkeyId = request.passkeyId();
        if (passkeyId == null) {
            throw new IllegalStateException("a request to revoke a passkey names it");
        }
        return passkeyId;
    }

    private static Outcome outcomeOf(PassageApiException failure) {
        if (failure.isUserNotFound() || failure.isDeviceNotFound()) {
            return Outcome.GONE;
        }
        return failure.status() >= 400 && failure.status() < 500 ? Outcome.REFUSED : Outcome.UNKNOWN;
    }

    /** Afterwards nobody could tell which one it was. */
    private @Nullable String passkeyName(ChangeRequest request) {
        if (request.passkeyId() == null) {
            return null;
        }
        try {
            return passageUsers.get(request.passageId()).devices().stream()
                    .filter(device -> device.id().equals(request.passkeyId()))
                    .map(Device::friendlyName)
                    .findFirst()
                    .orElse(null);
        } catch (PassageApiException e) {
            return null;
        }
    }
}
