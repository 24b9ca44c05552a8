package io.github.passage4j.server.currentuser;

import io.github.passage4j.server.RandomIds;
import io.github.passage4j.server.apps.App;
import io.github.passage4j.server.audit.AccountEvent;
import io.github.passage4j.server.audit.EventType;
import io.github.passage4j.server.credential.Credential;
import io.github.passage4j.server.credential.CredentialExistsException;
import io.github.passage4j.server.credential.Credentials;
import io.github.passage4j.server.credential.FriendlyName;
import io.github.passage4j.server.message.Messenger;
import io.github.passage4j.server.users.User;
import io.github.passage4j.server.users.Users;
import io.github.passage4j.server.webauthn.VerifiedRegistration;
import io.github.passage4j.server.wire.ErrorCode;
import io.github.passage4j.server.wire.PassageException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an owner may do to the own passkeys. Each call is one transaction that holds the account. */
@ApplicationScoped
@Transactional
public class OwnDevices {

    /** So many passkeys an account has at most; each one makes the options of every ceremony longer. */
    static final int MOST = 100;

    private Users users;
    private Credentials credentials;
    private Messenger messenger;
    private Event<AccountEvent> events;
    private Clock clock;
    private SecureRandom random;

    /** For the CDI proxy. */
    @SuppressWarnings("NullAway.Init")
    protected OwnDevices() {}

    /** Makes the service. */
    @Inject
    public OwnDevices(
            Users users,
            Credentials credentials,
            Messenger messenger,
            Event<AccountEvent> events,
            Clock clock,
            SecureRandom random) {
        this.users = users;
        this.credentials = credentials;
        this.messenger = messenger;
        this.events = events;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Adds a passkey.
     *
     * @param friendlyName its first name
     * @throws CredentialExistsException when its credential id is known, in whichever account
     * @throws PassageException 400 when the account has {@link #MOST} already
     */
    public Credential add(App app, String userId, VerifiedRegistration registration, String friendlyName) {
        Caller.lock(users, app, userId);
        requireRoom(credentials.ofUser(userId));
        Credential credential =
                new Credential(RandomIds.next(random), app.id(), userId, registration, friendlyName, clock.instant());
        credentials.add(credential);
        events.fire(AccountEvent.completed(app.id(), userId, EventType.DEVICE_ADD));
        return credential;
    }

    /**
     * Gives a passkey another name.
     *
     * @param name as {@link FriendlyName#check} takes it
     * @throws PassageException 404 when the account has no such passkey, 400 for a bad name
     */
    public Credential rename(App app, String userId, String deviceId, @Nullable String name) {
        String checked = FriendlyName.check(name);
        Caller.lock(users, app, userId);
        Credential credential = find(userId, deviceId);
        credential.rename(checked, clock.instant());
        events.fire(AccountEvent.completed(app.id(), userId, EventType.DEVICE_RENAME));
        return credential;
    }

    /**
     * Removes a passkey, but not the last way in.
     *
     * @throws PassageException 404 when the account has no such passkey; 403 when it is the last one and no message could
     *     sign the owner in
     */
    public void remove(App app, String userId, String deviceId) {
        User user = Caller.lock(users, app, userId);
        Credential credential = find(userId, deviceId);
        if (credentials.ofUser(userId).size() == 1 && !isReachable(app, user)) {
            throw new PassageException(
                    ErrorCode.OPERATION_NOT_ALLOWED,
                    "This passkey is the only way to sign in. Please add another one first.");
        }
        credentials.remove(credential);
        events.fire(AccountEvent.completed(app.id(), userId, EventType.DEVICE_DELETE));
    }

    /** Keeps the passkeys that were there before the address of the account was verified. */
    public List<Credential> confirm(App app, String userId) {
        Caller.lock(users, app, userId);
        List<Credential> all = credentials.ofUser(userId);
        all.forEach(credential -> credential.confirm(clock.instant()));
        return all;
    }

    /** @throws PassageException 400 when there are too many */
    static void requireRoom(List<Credential> present) {
        if (present.size() >= MOST) {
            throw PassageException.invalid("device", "there are " + MOST + " already, please remove one first");
        }
    }

    private boolean isReachable(App app, User user) {
        return messenger.reaches(user) && (app.hasOneTimeCodes() || app.hasMagicLinks());
    }

    private Credential find(String userId, String deviceId) {
        return credentials
                .ofUser(userId, deviceId)
                .orElseThrow(() -> new PassageException(ErrorCode.DEVICE_NOT_FOUND, "There is no such device."));
    }
}
