package io.github.passage4j.server.message;

import io.github.passage4j.server.apps.App;
import io.github.passage4j.server.limits.RateLimit;
import io.github.passage4j.server.limits.RateLimits;
import io.github.passage4j.server.strict.StrictMode;
import io.github.passage4j.server.users.Identifier;
import io.github.passage4j.server.users.User;
import io.github.passage4j.server.users.UserRefusals;
import io.github.passage4j.server.users.UserStatus;
import io.github.passage4j.server.users.Users;
import io.github.passage4j.server.wire.PassageException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/**
 * Finds the account that asks for a message. What a message costs is taken before anyone looks whether there is one; in strict mode
 * whoever has none, or one that can't sign in, is as good as anybody.
 */
@ApplicationScoped
public class Addressees {

    private Users users;
    private Messenger messenger;
    private RateLimits limits;
    private StrictMode strict;

    /** For the CDI proxy. */
    @SuppressWarnings("NullAway.Init")
    protected Addressees() {}

    /** Makes the service. */
    @Inject
    public Addressees(Users users, Messenger messenger, RateLimits limits, StrictMode strict) {
        this.users = users;
        this.messenger = messenger;
        this.limits = limits;
        this.strict = strict;
    }

    /**
     * Who asks for a first message.
     *
     * @param identifier as it was typed
     * @throws PassageException 400 when it is none of the app's kind or can't be reached, 429 when it got too much; unless the mode is
     *     strict 404 when nobody signed up with it, 400 when the account is active already, 403 when it is deactivated
     */
    public Addressee toRegister(App app, @Nullable String identifier, RateLimit.Message message) {
        Identifier to = reachable(app, identifier, message);
        if (strict.isOn()) {
            return anybody(app, to);
        }
        User user = find(app, to);
        user.requirePending();
        return Addressee.of(to, user);
    }

    /**
     * Who asks for a message to sign in; the account may still be pending.
     *
     * @param identifier as it was typed
     * @throws PassageException 400 when it is none of the app's kind or can't be reached, 429 when it got too much; unless the mode is
     *     strict 404 for an unknown one, 403 for a deactivated account
     */
    public Addressee toLogin(App app, @Nullable String identifier, RateLimit.Message message) {
        Identifier to = reachable(app, identifier, message);
        if (strict.isOn()) {
            return anybody(app, to);
        }
        User user = find(app, to);
        user.requireNotInactive();
        return Addressee.of(to, user);
    }

    private Identifier reachable(App app, @Nullable String text, RateLimit.Message message) {
        Identifier identifier = Identifier.parse(app, text);
        messenger.requireReach(identifier, Identifier.FIELD);
        limits.spendOn(message, app.id(), identifier.value());
        return identifier;
    }

    private Addressee anybody(App app, Identifier to) {
        return users.find(app.id(), to)
                .filter(user -> user.status() != UserStatus.INACTIVE)
                .map(user -> Addressee.of(to, user))
                .orElseGet(() -> Addressee.nobody(to, strict.userId(app.id(), to.value())));
    }

    private User find(App app, Identifier identifier) {
        return users.find(app.id(), identifier).orElseThrow(UserRefusals::unknown);
    }
}
