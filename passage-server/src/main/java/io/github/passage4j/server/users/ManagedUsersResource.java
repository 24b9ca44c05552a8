package io.github.passage4j.server.users;

import io.github.passage4j.server.apps.ApiKeyRequired;
import io.github.passage4j.server.apps.App;
import io.github.passage4j.server.audit.UserEvents;
import io.github.passage4j.server.config.ServerConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/apps/{app}/users}: accounts for servers that hold an API key (Passage contract 4.2, 4.3). */
@Path("apps/{app}/users")
@Produces(MediaType.APPLICATION_JSON)
@ApiKeyRequired
@ApplicationScoped
public class ManagedUsersResource {

    private Users users;
    private ManagedUsers managed;
    private UserEvents events;
    private ServerConfig config;
    private Clock clock;

    /** For the CDI proxy. */
    @SuppressWarnings("NullAway.Init")
    protected ManagedUsersResource() {}

    /** Makes the resource. */
    @Inject
    public ManagedUsersResource(
            Users users, ManagedUsers managed, UserEvents events, ServerConfig config, Clock clock) {
        this.users = users;
        this.managed = managed;
        this.events = events;
        this.config = config;
        this.clock = clock;
    }

    /** A page of accounts, newest first when nothing else is asked for. */
    @GET
    public UserPage list(@PathParam("app") App app, @Context UriInfo uri) {
        PageRequest request = PageRequest.of(uri.getQueryParameters(), clock.instant());
        UserQuery query = request.toQuery(app.id());
        String address = config.apiUrl() + "/apps/" + app.id() + "/users";
        return UserPage.of(
                request,
                users.count(query),
                users.list(query, request.offset(), request.limit()),
                page -> address + request.address(page));
    }

    /** Makes a pending account: 201. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(@PathParam("app") App app, UserCommand command) {
        try {
            User user = managed.create(app, command.identifier(), command.phoneNumber(), command.userMetadata());
            return Response.status(Response.Status.CREATED)
                    .entity(new PassageUserView.Answer(
                            PassageUserView.of(user, List.of(), events.recent(user.appId(), user.id()))))
                    .build();
        } catch (UserExistsException e) {
            throw UserRefusals.exists();
        }
    }

    /** What describes an account; a key that is null is as good as absent. */
    public record UserCommand(
            @Nullable String email,
            @Nullable String phone,
            @Nullable JsonObject userMetadata) {

        @Nullable
        EmailAddress identifier() {
            return email == null || email.isEmpty() ? null : EmailAddress.parse("email", email);
        }

        @Nullable
        PhoneNumber phoneNumber() {
            return phone == null || phone.isEmpty() ? null : PhoneNumber.parse("phone", phone);
        }
    }
}
