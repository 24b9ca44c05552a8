package io.github.passage4j.server.currentuser;

import io.github.passage4j.server.apps.App;
import io.github.passage4j.server.token.InvalidTokenException;
import io.github.passage4j.server.token.RefreshTokens;
import io.github.passage4j.server.token.TokenVerifier;
import io.github.passage4j.server.token.VerifiedToken;
import io.github.passage4j.server.users.User;
import io.github.passage4j.server.users.UserRefusals;
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
    private RefreshTokens signIns;

    /** For the CDI proxy. */
    @SuppressWarnings("NullAway.Init")
    protected Caller() {}

    /** Makes the service. */
    @Inject
    public Caller(TokenVerifier tokens, Users users, RefreshTokens signIns) {
        this.tokens = tokens;
        this.users = users;
        this.signIns = signIns;
    }

    /**
     * Finds the caller's account.
     *
     * @throws PassageException 401 without a token of the app that is good now, or when the account or the sign-in is gone;
     *     403 when the account is deactivated
     */
    public User of(App app, @Nullable String authorization) {
        return signedIn(app, authorization).user();
    }

    /**
     * Finds the caller's account, and which of its sign-ins asks.
     *
     * @throws PassageException as {@link #of}
     */
    public SignedIn signedIn(App app, @Nullable String authorization) {
        SignedIn caller = Bearer.token(authorization)
                .flatMap(token -> verified(app, token))
                .flatMap(token ->
                        users.find(app.id(), token.subject()).map(user -> new SignedIn(user, token.signInId())))
                .orElseThrow(Caller::refused);
        if (caller.user().status() != UserStatus.ACTIVE) {
            throw UserRefusals.inactive();
        }
        if (!caller.signInId().map(id -> isAlive(app, caller.user(), id)).orElse(true)) {
            throw refused();
        }
        return caller;
    }

    /**
     * The account of a caller who was let in, which no other transaction changes until this one ends.
     *
     * @throws PassageException 403 when it is deactivated or gone by now
     */
    static User lock(Users users, App app, String userId) {
        return users.lock(app.id(), userId)
                .filter(user -> user.status() == UserStatus.ACTIVE)
                .orElseThrow(UserRefusals::inactive);
    }

    private boolean isAlive(App app, User user, String signInId) {
        return signIns.isAlive(app.id(), user.id(), signInId);
    }

    private static PassageException refused() {
        return new PassageException(
                ErrorCode.INVALID_ACCESS_TOKEN, "Authorization must be Bearer and a token of the app.");
    }

    private Optional<VerifiedToken> verified(App app, String token) {
        try {
            return Optional.of(tokens.verify(app, token));
        } catch (InvalidTokenException e) {
            return Optional.empty();
        }
    }

    /**
     * Who calls.
     *
     * @param signInId the sign-in of the token; empty where the app keeps nobody signed in
     */
    public record SignedIn(User user, Optional<String> signInId) {}
}
