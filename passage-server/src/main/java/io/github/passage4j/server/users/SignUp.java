package io.github.passage4j.server.users;

import io.github.passage4j.server.RandomIds;
import io.github.passage4j.server.apps.App;
import io.github.passage4j.server.audit.AccountEvent;
import io.github.passage4j.server.audit.EventType;
import io.github.passage4j.server.wire.ErrorCode;
import io.github.passage4j.server.wire.PassageException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes pending accounts. Safe to repeat and to run in parallel for one identifier: all get the same account. */
@ApplicationScoped
public class SignUp {

    private Users users;
    private NewUsers newUsers;
    private Clock clock;
    private SecureRandom random;

    /** For the CDI proxy. */
    @SuppressWarnings("NullAway.Init")
    protected SignUp() {}

    /** Makes the service. */
    @Inject
    public SignUp(Users users, NewUsers newUsers, Clock clock, SecureRandom random) {
        this.users = users;
        this.newUsers = newUsers;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Finds or makes the pending account of an identifier.
     *
     * @param given {@code user_metadata}; null when there is none
     * @return the account, with the metadata that was given last
     * @throws PassageException 400 when the account is active already, 403 when the app takes no sign-ups or the account
     *     is deactivated
     */
    public User start(App app, Identifier identifier, @Nullable JsonObject given) {
        if (!app.hasPublicSignup()) {
            throw new PassageException(ErrorCode.OPERATION_NOT_ALLOWED, "Public signup is disabled for this app.");
        }
        Optional<JsonObject> metadata = Metadata.check(app, given);
        User user = users.find(app.id(), identifier).orElseGet(() -> add(app, identifier, metadata));
        user.requirePending();
        return metadata.flatMap(values -> users.describePending(app.id(), user.id(), values, clock.instant()))
                .orElse(user);
    }

    private User add(App app, Identifier identifier, Optional<JsonObject> metadata) {
        User user = new User(RandomIds.next(random), app.id(), identifier, metadata.orElse(null), clock.instant());
        try {
            newUsers.add(user, AccountEvent.begun(app.id(), user.id(), EventType.SIGN_UP));
            return user;
        } catch (UserExistsException e) {
            return users.find(app.id(), identifier).orElseThrow(() -> e);
        }
    }
}
