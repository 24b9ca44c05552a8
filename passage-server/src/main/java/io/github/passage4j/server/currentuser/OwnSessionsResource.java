package io.github.passage4j.server.currentuser;

import io.github.passage4j.server.apps.App;
import io.github.passage4j.server.token.RefreshTokens;
import io.github.passage4j.server.wire.ErrorCode;
import io.github.passage4j.server.wire.PassageException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /auth/v1/apps/{app}/currentuser/sessions}, ours: where the caller is signed in. */
@Path("apps/{app}/currentuser/sessions")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class OwnSessionsResource {

    private Caller caller;
    private RefreshTokens signIns;

    /** For the CDI proxy. */
    @SuppressWarnings("NullAway.Init")
    protected OwnSessionsResource() {}

    /** Makes the resource. */
    @Inject
    public OwnSessionsResource(Caller caller, RefreshTokens signIns) {
        this.caller = caller;
        this.signIns = signIns;
    }

    /** The sign-ins that go on, that used last first. */
    @GET
    public Sessions list(
            @PathParam("app") App app, @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        Caller.SignedIn signedIn = caller.signedIn(app, authorization);
        return new Sessions(signIns.ofUser(app, signedIn.user().id()).stream()
                .map(signIn -> SessionView.of(signIn, signedIn))
                .toList());
    }

    /** Ends one of them: 200; 404 when the caller has none of this id, or no more. */
    @DELETE
    @Path("{session}")
    public Response end(
            @PathParam("app") App app,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @PathParam("session") String sessionId) {
        if (!signIns.end(app.id(), caller.of(app, authorization).id(), sessionId)) {
            throw new PassageException(ErrorCode.SESSION_NOT_FOUND, "There is no such session.");
        }
        return Response.ok().build();
    }

    /** The answer around all. */
    public record Sessions(List<SessionView> sessions) {}
}
