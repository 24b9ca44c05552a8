package io.github.passage4j.server.register;

import io.github.passage4j.server.apps.App;
import io.github.passage4j.server.credential.FriendlyName;
import io.github.passage4j.server.handshake.AuthenticatorAttachment;
import io.github.passage4j.server.handshake.FinishCommand;
import io.github.passage4j.server.limits.Limited;
import io.github.passage4j.server.limits.RateLimit;
import io.github.passage4j.server.token.AuthResult;
import io.github.passage4j.server.users.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** {@code /auth/v1/apps/{app}/register/webauthn}: both steps of a registration (Passage contract 3.4). */
@Path("apps/{app}/register/webauthn")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class RegisterResource {

    private PasskeyRegistration registration;

    /** For the CDI proxy. */
    @SuppressWarnings("NullAway.Init")
    protected RegisterResource() {}

    /** Makes the resource. */
    @Inject
    public RegisterResource(PasskeyRegistration registration) {
        this.registration = registration;
    }

    /** Begins: options for the browser. */
    @Limited(RateLimit.CEREMONY)
    @POST
    @Path("start")
    public PasskeyRegistration.Started start(@PathParam("app") App app, StartCommand command) {
        return registration.start(
                app,
                Identifier.parse(app, command.identifier()),
                AuthenticatorAttachment.parse(command.authenticatorAttachment()));
    }

    /** Finishes: 201 and a token. */
    @Limited(RateLimit.CEREMONY)
    @POST
    @Path("finish")
    public Response finish(
            @PathParam("app") App app,
            @HeaderParam(HttpHeaders.USER_AGENT) @Nullable String userAgent,
            FinishCommand command) {
        AuthResult result = registration.finish(
                app,
                command.requiredHandshakeId(),
                command.namedUserId(),
                command.requiredResponse().toRegistration(),
                FriendlyName.of(userAgent));
        return Response.status(Response.Status.CREATED)
                .entity(new AuthResult.Answer(result))
                .build();
    }

    /** What a start call sends. */
    public record StartCommand(
            @Nullable String identifier, @Nullable String authenticatorAttachment) {}
}
