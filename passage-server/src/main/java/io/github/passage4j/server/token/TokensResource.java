package io.github.passage4j.server.token;

import io.github.passage4j.server.apps.App;
import io.github.passage4j.server.limits.Limited;
import io.github.passage4j.server.limits.RateLimit;
import io.github.passage4j.server.wire.PassageException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** {@code /auth/v1/apps/{app}/tokens}: staying signed in, and signing out (Passage contract 2.5, 3.2). */
@Path("apps/{app}/tokens")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class TokensResource {

    private AuthResults results;
    private RefreshTokens refreshTokens;

    /** For the CDI proxy. */
    @SuppressWarnings("NullAway.Init")
    protected TokensResource() {}

    /** Makes the resource. */
    @Inject
    public TokensResource(AuthResults results, RefreshTokens refreshTokens) {
        this.results = results;
        this.refreshTokens = refreshTokens;
    }

    /** Exchanges a refresh token for a fresh pair: 201. */
    @Limited(RateLimit.REFRESH)
    @POST
    public Response refresh(@PathParam("app") App app, RefreshCommand command) {
        AuthResult result = results.refresh(app, required(command.refreshToken()));
        return Response.status(Response.Status.CREATED)
                .entity(new AuthResult.Answer(result))
                .build();
    }

    /** Ends a sign-in: 200, also when there is none, for the clients stay signed in when this fails. */
    @DELETE
    public Response end(@PathParam("app") App app, @QueryParam("refresh_token") @Nullable String refreshToken) {
        refreshTokens.end(app, required(refreshToken));
        return Response.ok().build();
    }

    private static String required(@Nullable String refreshToken) {
        if (refreshToken == null || refreshToken.isEmpty()) {
            throw PassageException.invalid("refresh_token", "is required");
        }
        return refreshToken;
    }

    /** What a refresh sends. */
    public record RefreshCommand(@Nullable String refreshToken) {}
}
