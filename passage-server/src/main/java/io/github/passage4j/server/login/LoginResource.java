package io.github.passage4j.server.login;

import io.github.passage4j.server.apps.App;
import io.github.passage4j.server.handshake.FinishCommand;
import io.github.passage4j.server.handshake.HandshakeResponse;
import io.github.passage4j.server.limits.Limited;
import io.github.passage4j.server.limits.RateLimit;
import io.github.passage4j.server.token.AuthResult;
import io.github.passage4j.server.users.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** {@code /auth/v1/apps/{app}/login/webauthn}: both steps of a login (Passage contract 3.4). */
@Path("apps/{app}/login/webauthn")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class LoginResource {

    private PasskeyLogin login;

    /** For the CDI proxy. */
    @SuppressWarnings("NullAway.Init")
    protected LoginResource() {}

    /** Makes the resource. */
    @Inject
    public LoginResource(PasskeyLogin login) {
        this.login = login;
    }

    /** Begins: options for the browser, for a named user or, without an identifier, for anyone. */
    @Limited(RateLimit.CEREMONY)
    @POST
    @Path("start")
    public PasskeyLogin.Started start(@PathParam("app") App app, StartCommand command) {
        String identifier = command.identifier();
        return identifier == null || identifier.isEmpty()
                ? login.start(app)
                : login.start(app, Identifier.parse(app, identifier));
    }

    /** Finishes: a token. */
    @Limited(RateLimit.CEREMONY)
    @POST
    @Path("finish")
    public AuthResult.Answer finish(@PathParam("app") App app, FinishCommand command) {
        HandshakeResponse response = command.requiredResponse();
        return new AuthResult.Answer(login.finish(
                app,
                command.requiredHandshakeId(),
                command.namedUserId(),
                response.toAssertion(),
                response.userHandle()));
    }

    /** What a start call sends. */
    public record StartCommand(@Nullable String identifier) {}
}
