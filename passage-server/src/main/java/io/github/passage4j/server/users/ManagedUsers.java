package io.github.passage4j.server.users;

import io.github.passage4j.server.RandomIds;
import io.github.passage4j.server.apps.App;
import io.github.passage4j.server.audit.AccountEvent;
import io.github.passage4j.server.audit.EventType;
import io.github.passage4j.server.audit.UserEvents;
import io.github.passage4j.server.credential.Credential;
import io.github.passage4j.server.credential.Credentials;
import io.github.passage4j.server.token.RefreshTokens;
import io.github.passage4j.server.wire.ErrorCode;
import io.github.passage4j.server.wire.PassageException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a server with an API key may do to accounts. Each call is one transaction. */
@ApplicationScoped
@Transactional
public class ManagedUsers {

    private Users users;
    private NewUsers newUsers;
    private Credentials credentials;
    private RefreshTokens refreshTokens;
    private UserEvents trail;
    private Event<AccountEvent> events;
    private Clock clock;
    private SecureRandom random;

    /** For the CDI proxy. */
    @SuppressWarnings("NullAway.Init")
    protected ManagedUsers() {}

    /** Makes the service. */
    @Inject
    public ManagedUsers(
            Users users,
            NewUsers newUsers,
            Credentials credentials,
            RefreshTokens refreshTokens,
            UserEvents trail,
            Event<AccountEvent> events,
            Clock clock,
            SecureRandom random) {
        this.users = users;
        this.newUsers = newUsers;
        this.credentials = credentials;
        this.refreshTokens = refreshTokens;
        this.trail = trail;
        this.events = events;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Makes a pending account.
     *
     * @param email null for none; one of e-mail and phone is required
     * @param phone null for none
     * @param metadata values of the app's fields; null for none
     * @throws UserExistsException when the app has an account with one of the identifiers
     * @throws PassageException 400 when neither is given or the metadata are not the app's
     */
    public User create(
            App app, @Nullable EmailAddress email, @Nullable PhoneNumber phone, @Nullable JsonObject metadata) {
        if (email == null && phone == null) {
            throw PassageException.invalid("email", "or phone is required");
        }
        JsonObject checked = Metadata.check(app, metadata).orElse(null);
        User user = User.managed(RandomIds.next(random), app.id(), email, phone, checked, clock.instant());
        newUsers.add(user, AccountEvent.completed(app.id(), user.id(), EventType.USER_CREATE));
        return user;
    }

    /**
     * Finds a user by id, e-mail or phone. One who is named by an identifier is made when there is none.
     *
     * @throws PassageException 404 for an unknown id
     */
    public User ofRecipient(App app, Recipient recipient) {
        if (recipient.userId() != null) {
            return lock(app, recipient.userId());
        }
        return find(app, recipient).orElseGet(() -> createOrFind(app, recipient));
    }

    private User createOrFind(App app, Recipient recipient) {
        try {
            return create(app, recipient.email(), recipient.phone(), null);
        } catch (UserExistsException e) {
            return find(app, recipient).orElseThrow(() -> e);
        }
    }

    private Optional<User> find(App app, Recipient recipient) {
        Identifier identifier = recipient.email() == null ? recipient.phone() : recipient.email();
        return Optional.ofNullable(identifier).flatMap(known -> users.find(app.id(), known));
    }

    /**
     * Changes what is given and leaves the rest.
     *
     * @throws UserExistsException when a new identifier is taken
     * @throws PassageException 404 for an unknown user, 400 when no identifier would be left or the metadata are not the
     *     app's
     */
    public User update(App app, String id, Changes changes) {
        User user = lock(app, id);
        Instant now = clock.instant();
        if (changes.email() != null) {
            user.changeEmail(changes.email().isEmpty() ? null : EmailAddress.parse("email", changes.email()), now);
        }
        if (changes.phone() != null) {
            user.changePhone(changes.phone().isEmpty() ? null : PhoneNumber.parse("phone", changes.phone()), now);
        }
        if (user.email().isEmpty() && user.phone().isEmpty()) {
            throw PassageException.invalid("email", "or phone is required");
        }
        if (changes.metadata() != null) {
            user.describe(Metadata.merge(app, user.metadata(), changes.metadata()), now);
        }
        users.save(user);
        completed(user, EventType.USER_UPDATE);
        return user;
    }

    /** Lets a user sign in, whether pending or deactivated before. */
    public User activate(App app, String id) {
        User user = lock(app, id);
        user.activate(clock.instant());
        completed(user, EventType.USER_ACTIVATE);
        return user;
    }

    /** Keeps a user from signing in, and ends all sign-ins. */
    public User deactivate(App app, String id) {
        User user = lock(app, id);
        user.deactivate(clock.instant());
        refreshTokens.endOfUser(app.id(), id);
        completed(user, EventType.USER_DEACTIVATE);
        return user;
    }

    /** Removes a user with passkeys, sign-ins and events. */
    public void delete(App app, String id) {
        User user = lock(app, id);
        refreshTokens.endOfUser(app.id(), id);
        credentials.knownOf(id).forEach(credentials::remove);
        trail.removeOf(app.id(), id);
        users.remove(user);
    }

    /**
     * Removes a passkey.
     *
     * @throws PassageException 404 for an unknown user, or a passkey that is not theirs
     */
    public void revokeDevice(App app, String id, String deviceId) {
        User user = lock(app, id);
        Credential credential = credentials
                .ofUser(id, deviceId)
                .orElseThrow(() -> new PassageException(ErrorCode.DEVICE_NOT_FOUND, "There is no such device."));
        credentials.remove(credential);
        completed(user, EventType.DEVICE_DELETE);
    }

    /** Ends all sign-ins of a user. */
    public void revokeTokens(App app, String id) {
        User user = lock(app, id);
        refreshTokens.endOfUser(app.id(), id);
        completed(user, EventType.TOKENS_REVOKE);
    }

    private void completed(User user, EventType type) {
        events.fire(AccountEvent.completed(user.appId(), user.id(), type));
    }

    private User lock(App app, String id) {
        return users.lock(app.id(), id).orElseThrow(UserRefusals::unknown);
    }

    /** Whom a message is for: exactly one is not null. */
    public record Recipient(
            @Nullable String userId,
            @Nullable EmailAddress email,
            @Nullable PhoneNumber phone) {}

    /**
     * What is to become of an account; null leaves a thing as it is.
     *
     * @param email "" removes it
     * @param phone "" removes it
     * @param metadata replaces the values that it names; null removes one
     */
    public record Changes(
            @Nullable String email,
            @Nullable String phone,
            @Nullable JsonObject metadata) {}
}
