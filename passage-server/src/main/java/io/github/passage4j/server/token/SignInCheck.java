package io.github.passage4j.server.token;

import io.github.passage4j.server.apps.App;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Tells whether a request comes from where somebody is signed in, for calls that need no token but may bring one. */
@ApplicationScoped
public class SignInCheck {

    private TokenVerifier tokens;
    private RefreshTokens signIns;

    /** For the CDI proxy. */
    @SuppressWarnings("NullAway.Init")
    protected SignInCheck() {}

    /** Makes the service. */
    @Inject
    public SignInCheck(TokenVerifier tokens, RefreshTokens signIns) {
        this.tokens = tokens;
        this.signIns = signIns;
    }

    /**
     * Whether a token is good now, and of this user.
     *
     * @param token auth token that the request brought
     */
    public boolean isSignedIn(App app, String userId, String token) {
        return verified(app, token)
                .filter(verified -> verified.subject().equals(userId))
                .filter(verified -> verified.signInId()
                        .map(id -> signIns.isAlive(app.id(), userId, id))
                        .orElse(true))
                .isPresent();
    }

    private Optional<VerifiedToken> verified(App app, String token) {
        try {
            return Optional.of(tokens.verify(app, token));
        } catch (InvalidTokenException e) {
            return Optional.empty();
        }
    }
}
