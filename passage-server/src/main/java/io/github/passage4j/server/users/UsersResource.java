package io.github.passage4j.server.users;

import io.github.passage4j.server.apps.App;
import io.github.passage4j.server.credential.Credentials;
import io.github.passage4j.server.limits.Limited;
import io.github.passage4j.server.limits.RateLimit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** {@code /auth/v1/apps/{app}/users}: look-up and sign-up, open to everyone (Passage contract 3.5). */
@Path("apps/{app}/users")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class UsersResource {

    private Users users;
    private Credentials credentials;
    private SignUp signUp;

    /** For the CDI proxy. */
    @SuppressWarnings("NullAway.Init")
    protected UsersResource() {}

    /** Makes the resource. */
    @Inject
    public UsersResource(Users users, Credentials credentials, SignUp signUp) {
        this.users = users;
        this.credentials = credentials;
        this.signUp = signUp;
    }

    /** Finds an account; an unknown identifier is 200 with a null user. */
    @Limited(RateLimit.LOOK_UP)
    @GET
    public UserView.Answer find(@PathParam("app") App app, @QueryParam("identifier") @Nullable String identifier) {
        Identifier wanted = Identifier.parse(app, identifier);
        return new UserView.Answer(users.find(app.id(), wanted).map(this::view).orElse(null));
    }

    /** Makes a pending account, or finds it again: 201 both times. */
    @Limited(RateLimit.SIGN_UP)
    @POST
    public Response signUp(@PathParam("app") App app, SignUpCommand command) {
        User user = signUp.start(app, Identifier.parse(app, command.identifier()), command.userMetadata());
        return Response.status(Response.Status.CREATED)
                .entity(new UserView.Answer(view(user)))
                .build();
    }

    private UserView view(User user) {
        return UserView.of(user, credentials.ofUser(user.id()));
    }

    /** What a sign-up sends. */
    public record SignUpCommand(
            @Nullable String identifier, @Nullable JsonObject userMetadata) {}
}
