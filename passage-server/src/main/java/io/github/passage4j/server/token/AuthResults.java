package io.github.passage4j.server.token;

import io.github.passage4j.server.apps.App;
import io.github.passage4j.server.token.RefreshTokens.Grant;
import io.github.passage4j.server.wire.ErrorCode;
import io.github.passage4j.server.wire.PassageException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Makes the results of sign-ins and refreshes. */
@ApplicationScoped
public class AuthResults {

    private TokenIssuer issuer;
    private RefreshTokens refreshTokens;

    /** For the CDI proxy. */
    @SuppressWarnings("NullAway.Init")
    protected AuthResults() {}

    /** Makes the service. */
    @Inject
    public AuthResults(TokenIssuer issuer, RefreshTokens refreshTokens) {
        this.issuer = issuer;
        this.refreshTokens = refreshTokens;
    }

    /** A user has proved who they are: tokens, and the app's page that comes next. Joins the caller's transaction. */
    public AuthResult signIn(App app, String userId) {
        return signIn(app, userId, app.redirectUrl());
    }

    /** As {@link #signIn(App, String)}, with another page that comes next. */
    public AuthResult signIn(App app, String userId, String redirectUrl) {
        return refreshTokens
                .begin(app, userId)
                .map(grant -> result(app, grant, redirectUrl))
                .orElseGet(() -> new AuthResult(issuer.issue(app, userId), redirectUrl, null, null));
    }

    /**
     * Exchanges a refresh token for a fresh pair.
     *
     * @throws PassageException 401 when the refresh token is not good now
     */
    public AuthResult refresh(App app, @Nullable String refreshToken) {
        return refreshTokens
                .use(app, refreshToken)
                .map(grant -> result(app, grant, app.redirectUrl()))
                .orElseThrow(() -> new PassageException(
                        ErrorCode.INVALID_REFRESH_TOKEN, "refresh_token: is not good, please sign in again."));
    }

    private AuthResult result(App app, Grant grant, String redirectUrl) {
        String token = issuer.issue(app, grant.userId(), grant.signInId());
        return new AuthResult(token, redirectUrl, grant.token(), grant.expiresIn());
    }
}
