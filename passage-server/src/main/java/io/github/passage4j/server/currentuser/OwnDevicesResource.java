package io.github.passage4j.server.currentuser;

import io.github.passage4j.server.apps.App;
import io.github.passage4j.server.credential.Credential;
import io.github.passage4j.server.credential.Credentials;
import io.github.passage4j.server.credential.DeviceView;
import io.github.passage4j.server.credential.FriendlyName;
import io.github.passage4j.server.handshake.AuthenticatorAttachment;
import io.github.passage4j.server.handshake.FinishCommand;
import io.github.passage4j.server.limits.Limited;
import io.github.passage4j.server.limits.RateLimit;
import io.github.passage4j.server.users.User;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /auth/v1/apps/{app}/currentuser/devices}: the caller's own passkeys (Passage contract 3.2, rows 20 to 24). */
@Path("apps/{app}/currentuser/devices")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class OwnDevicesResource {

    private Caller caller;
    private Credentials credentials;
    private OwnDevices devices;
    private PasskeyAddition addition;

    /** For the CDI proxy. */
    @SuppressWarnings("NullAway.Init")
    protected OwnDevicesResource() {}

    /** Makes the resource. */
    @Inject
    public OwnDevicesResource(Caller caller, Credentials credentials, OwnDevices devices, PasskeyAddition addition) {
        this.caller = caller;
        this.credentials = credentials;
        this.devices = devices;
        this.addition = addition;
    }

    /** All passkeys, oldest first. */
    @GET
    public Devices list(
            @PathParam("app") App app, @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        return Devices.of(credentials.ofUser(caller.of(app, authorization).id()));
    }

    /** Begins to add one. */
    @Limited(RateLimit.CEREMONY)
    @POST
    @Path("start")
    @Consumes(MediaType.APPLICATION_JSON)
    public PasskeyAddition.Started start(
            @PathParam("app") App app,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            StartCommand command) {
        User user = caller.of(app, authorization);
        return addition.start(app, user, AuthenticatorAttachment.parse(command.authenticatorAttachment()));
    }

    /** Finishes adding one: 201. */
    @Limited(RateLimit.CEREMONY)
    @POST
    @Path("finish")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response finish(
            @PathParam("app") App app,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @HeaderParam(HttpHeaders.USER_AGENT) @Nullable String userAgent,
            FinishCommand command) {
        User user = caller.of(app, authorization);
        Credential added = addition.finish(
                app,
                user,
                command.requiredHandshakeId(),
                command.requiredResponse().toRegistration(),
                FriendlyName.of(userAgent));
        return Response.status(Response.Status.CREATED).entity(Device.of(added)).build();
    }

    /** Ours: keeps the passkeys that were there before the address was verified. */
    @POST
    @Path("confirm")
    public Devices confirm(
            @PathParam("app") App app, @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        return Devices.of(devices.confirm(app, caller.of(app, authorization).id()));
    }

    /** Renames one. */
    @PATCH
    @Path("{device}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Device rename(
            @PathParam("app") App app,
            @PathParam("device") String device,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            RenameCommand command) {
        User user = caller.of(app, authorization);
        return Device.of(devices.rename(app, user.id(), device, command.friendlyName()));
    }

    /** Removes one. */
    @DELETE
    @Path("{device}")
    public Response remove(
            @PathParam("app") App app,
            @PathParam("device") String device,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        devices.remove(app, caller.of(app, authorization).id(), device);
        return Response.ok().build();
    }

    /** What a start call sends. */
    public record StartCommand(@Nullable String authenticatorAttachment) {}

    /** What a change of the name sends. */
    public record RenameCommand(@Nullable String friendlyName) {}

    /** The answer around one passkey. */
    public record Device(DeviceView device) {

        private static Device of(Credential credential) {
            return new Device(DeviceView.forOwner(credential));
        }
    }

    /** The answer around all passkeys. */
    public record Devices(List<DeviceView> devices) {

        private static Devices of(List<Credential> credentials) {
            return new Devices(credentials.stream().map(DeviceView::forOwner).toList());
        }
    }
}
