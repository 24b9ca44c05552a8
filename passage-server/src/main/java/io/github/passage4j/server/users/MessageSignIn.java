package io.github.passage4j.server.users;

import io.github.passage4j.server.apps.App;
import io.github.passage4j.server.token.AuthResult;
import io.github.passage4j.server.token.AuthResults;
import io.github.passage4j.server.wire.ErrorCode;
import io.github.passage4j.server.wire.PassageException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;

/** Signs in whoever answered a message to their address, which is verified by that. */
@ApplicationScoped
public class MessageSignIn {

    private Users users;
    private AuthResults results;
    private Clock clock;

    /** For the CDI proxy. */
    @SuppressWarnings("NullAway.Init")
    protected MessageSignIn() {}

    /** Makes the service. */
    @Inject
    public MessageSignIn(Users users, AuthResults results, Clock clock) {
        this.users = users;
        this.results = results;
        this.clock = clock;
    }

    /**
     * Finds the account that asks for a first message.
     *
     * @throws PassageException 404 when nobody signed up with the identifier, 400 when the account is active already, 403
     *     when it is deactivated
     */
    public User toRegister(App app, Identifier identifier) {
        User user = find(app, identifier);
        SignUp.requirePending(user);
        return user;
    }

    /**
     * Finds the account that asks for a message to sign in; it may still be pending.
     *
     * @throws PassageException 404 for an unknown identifier, 403 for a deactivated account
     */
    public User toLogin(App app, Identifier identifier) {
        User user = find(app, identifier);
        requireNotInactive(user);
        return user;
    }

    /**
     * Signs in.
     *
     * @param email where the message went, "" for nowhere; it counts as verified when it is still the account's
     * @param redirectUrl page that comes next
     * @throws PassageException 404 when the account is gone, 403 when it is deactivated
     */
    @Transactional
    public AuthResult signIn(App app, String userId, String email, String redirectUrl) {
        User user = users.lock(app.id(), userId).orElseThrow(MessageSignIn::unknown);
        requireNotInactive(user);
        Instant now = clock.instant();
        if (!email.isEmpty() && user.email().equals(email)) {
            user.verifyEmail(now);
        }
        user.recordLogin(now);
        return results.signIn(app, userId, redirectUrl);
    }

    /**
     * Signs in once more on the strength of a message that was answered a moment ago.
     *
     * @throws PassageException 404 when the account is gone, 403 when it is deactivated
     */
    @Transactional
    public AuthResult resume(App app, String userId, String redirectUrl) {
        User user = users.lock(app.id(), userId).orElseThrow(MessageSignIn::unknown);
        requireNotInactive(user);
        return results.signIn(app, userId, redirectUrl);
    }

    private User find(App app, Identifier identifier) {
        return users.find(app.id(), identifier).orElseThrow(MessageSignIn::unknown);
    }

    private static void requireNotInactive(User user) {
        if (user.status() == UserStatus.INACTIVE) {
            throw new PassageException(ErrorCode.USER_NOT_ACTIVE, "user: is not active.");
        }
    }

    private static PassageException unknown() {
        return new PassageException(ErrorCode.USER_NOT_FOUND, "There is no such user.");
    }
}
