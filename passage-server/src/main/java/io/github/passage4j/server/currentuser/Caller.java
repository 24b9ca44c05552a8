package io.github.passage4j.server.currentuser;

import io.github.passage4j.server.apps.App;
import io.github.passage4j.server.token.InvalidTokenException;
import io.github.passage4j.server.token.TokenVerifier;
import io.github.passage4j.server.users.User;
import io.github.passage4j.server.users.UserStatus;
import io.github.passage4j.server.users.Users;
import io.github.passage4j.server.wire.Bearer;
import io.github.passage4j.server.wire.ErrorCode;
import io.github.passage4j.server.wire.PassageException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns the {@code Authorization} header of a request into the account that it speaks for. */
@ApplicationScoped
public class Caller {

    private TokenVerifier tokens;
    private Users users;

    /** For the CDI proxy. */
    @SuppressWarnings("NullAway.Init")
    protected Caller() {}

    /** Makes the service. */
    @Inject
    public Caller(TokenVerifier tokens, Users users) {
        this.tokens = tokens;
        this.users = users;
    }

    /**
     * Finds the caller's account.
     *
     * @throws PassageException 401 without a token of the app that is good now, or when the account is gone; 403 when it
     *     is deactivated
     */
    public User of(App app, @Nullable String authorization) {
        User user = Bearer.token(authorization)
                .flatMap(token -> subject(app, token))
                .flatMap(id -> users.find(app.id(), id))
                .orElseThrow(() -> new PassageException(
                        ErrorCode.INVALID_ACCESS_TOKEN, "Authorization must be Bearer and a token of the app."));
        if (user.status() != UserStatus.ACTIVE) {
            throw new PassageException(ErrorCode.USER_NOT_ACTIVE, "user: is not active.");
        }
        return user;
    }

    /**
     * The account of a caller who was let in, which no other transaction changes until this one ends.
     *
     * @throws PassageException 403 when it is deactivated or gone by now
     */
    static User lock(Users users, App app, String userId) {
        return users.lock(app.id(), userId)
                .filter(user -> user.status() == UserStatus.ACTIVE)
                .orElseThrow(() -> new PassageException(ErrorCode.USER_NOT_ACTIVE, "user: is not active."));
    }

    private Optional<String> subject(App app, String token) {
        try {
            return Optional.of(tokens.verify(app, token).subject());
        } catch (InvalidTokenException e) {
            return Optional.empty();
        }
    }
}
