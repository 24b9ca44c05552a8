package io.github.passage4j.server.currentuser;

import io.github.passage4j.server.apps.App;
import io.github.passage4j.server.audit.AccountEvent;
import io.github.passage4j.server.audit.EventType;
import io.github.passage4j.server.users.Metadata;
import io.github.passage4j.server.users.User;
import io.github.passage4j.server.users.Users;
import io.github.passage4j.server.wire.ErrorCode;
import io.github.passage4j.server.wire.PassageException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** What an owner may change at once in the own profile, where the app allows it. Each call is one transaction. */
@ApplicationScoped
@Transactional
public class OwnProfile {

    private Users users;
    private Event<AccountEvent> events;
    private Clock clock;

    /** For the CDI proxy. */
    @SuppressWarnings("NullAway.Init")
    protected OwnProfile() {}

    /** Makes the service. */
    @Inject
    public OwnProfile(Users users, Event<AccountEvent> events, Clock clock) {
        this.users = users;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Replaces values of fields that the profile shows.
     *
     * @param given new values; null takes one away
     * @throws PassageException 400 when there is nothing, a key is no field of the profile, or a value is not of its
     *     type; 403 when the app does not let people manage their profile
     */
    public User describe(App app, String userId, @Nullable JsonObject given) {
        requireManageable(app);
        if (given == null) {
            throw PassageException.invalid("user_metadata", "is required");
        }
        User user = Caller.lock(users, app, userId);
        user.describe(Metadata.mergeByOwner(app, user.metadata(), given), clock.instant());
        events.fire(AccountEvent.completed(app.id(), userId, EventType.METADATA_CHANGE));
        return user;
    }

    /** Takes the address away, if a phone number is left. */
    public void removeEmail(App app, String userId) {
        requireManageable(app);
        User user = Caller.lock(users, app, userId);
        requireOther("new_email", user.phone());
        user.changeEmail(null, clock.instant());
        events.fire(AccountEvent.completed(app.id(), userId, EventType.EMAIL_CHANGE));
    }

    /** Takes the phone number away, if an address is left. */
    public void removePhone(App app, String userId) {
        requireManageable(app);
        User user = Caller.lock(users, app, userId);
        requireOther("new_phone", user.email());
        user.changePhone(null, clock.instant());
        events.fire(AccountEvent.completed(app.id(), userId, EventType.PHONE_CHANGE));
    }

    /**
     * Lets only apps pass whose users may change their profile.
     *
     * @throws PassageException 403 for any other
     */
    static void requireManageable(App app) {
        if (!app.hasProfileManagement()) {
            throw new PassageException(ErrorCode.OPERATION_NOT_ALLOWED, "Profiles can't be changed in this app.");
        }
    }

    private static void requireOther(String field, String other) {
        if (other.isEmpty()) {
            throw PassageException.invalid(field, "can't be removed, an account needs an e-mail address or a phone");
        }
    }
}
