package io.github.passage4j.server.users;

import io.github.passage4j.server.apps.ApiKeyRequired;
import io.github.passage4j.server.apps.App;
import io.github.passage4j.server.audit.UserEvents;
import io.github.passage4j.server.credential.Credentials;
import io.github.passage4j.server.credential.DeviceView;
import io.github.passage4j.server.users.ManagedUsersResource.UserCommand;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** {@code /api/v1/apps/{app}/users/{user}}: one account and what belongs to it (Passage contract 4.2, 4.4). */
@Path("apps/{app}/users/{user}")
@Produces(MediaType.APPLICATION_JSON)
@ApiKeyRequired
@ApplicationScoped
public class ManagedUserResource {

    private Users users;
    private Credentials credentials;
    private ManagedUsers managed;
    private UserEvents events;

    /** For the CDI proxy. */
    @SuppressWarnings("NullAway.Init")
    protected ManagedUserResource() {}

    /** Makes the resource. */
    @Inject
    public ManagedUserResource(Users users, Credentials credentials, ManagedUsers managed, UserEvents events) {
        this.users = users;
        this.credentials = credentials;
        this.managed = managed;
        this.events = events;
    }

    /** The account. */
    @GET
    public PassageUserView.Answer get(@PathParam("app") App app, @PathParam("user") String id) {
        return view(find(app, id));
    }

    /** Changes what is given. */
    @PATCH
    @Consumes(MediaType.APPLICATION_JSON)
    public PassageUserView.Answer update(@PathParam("app") App app, @PathParam("user") String id, UserCommand command) {
        try {
            return view(managed.update(
                    app, id, new ManagedUsers.Changes(command.email(), command.phone(), command.userMetadata())));
        } catch (UserExistsException e) {
            throw UserRefusals.exists();
        }
    }

    /** Removes the account. */
    @DELETE
    public Response delete(@PathParam("app") App app, @PathParam("user") String id) {
        managed.delete(app, id);
        return Response.ok().build();
    }

    /** Lets the user sign in. */
    @PATCH
    @Path("activate")
    public PassageUserView.Answer activate(@PathParam("app") App app, @PathParam("user") String id) {
        return view(managed.activate(app, id));
    }

    /** Keeps the user from signing in. */
    @PATCH
    @Path("deactivate")
    public PassageUserView.Answer deactivate(@PathParam("app") App app, @PathParam("user") String id) {
        return view(managed.deactivate(app, id));
    }

    /** The user's passkeys. */
    @GET
    @Path("devices")
    public Devices devices(@PathParam("app") App app, @PathParam("user") String id) {
        User user = find(app, id);
        return new Devices(credentials.ofUser(user.id()).stream()
                .map(DeviceView::forManagement)
                .toList());
    }

    /** Removes a passkey. */
    @DELETE
    @Path("devices/{device}")
    public Response revokeDevice(
            @PathParam("app") App app, @PathParam("user") String id, @PathParam("device") String device) {
        managed.revokeDevice(app, id, device);
        return Response.ok().build();
    }

    /** Ends all sign-ins of the user. */
    @DELETE
    @Path("tokens")
    public Response revokeTokens(@PathParam("app") App app, @PathParam("user") String id) {
        managed.revokeTokens(app, id);
        return Response.ok().build();
    }

    private User find(App app, String id) {
        return users.find(app.id(), id).orElseThrow(UserRefusals::unknown);
    }

    private PassageUserView.Answer view(User user) {
        return new PassageUserView.Answer(
                PassageUserView.of(user, credentials.ofUser(user.id()), events.recent(user.appId(), user.id())));
    }

    /** The answer around passkeys. */
    public record Devices(List<DeviceView> devices) {}
}
