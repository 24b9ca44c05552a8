package io.github.passage4j.rest.user;

import io.github.passage4j.core.authentication.PassageCaller;
import io.github.passage4j.core.authentication.PassageRoles;
import io.github.passage4j.core.config.PassageConfig;
import io.github.passage4j.core.user.User;
import io.github.passage4j.core.user.UserProvisioning;
import io.github.passage4j.core.user.UserProvisioning.Provisioned;
import io.github.passage4j.core.user.Users;
import io.github.passage4j.rest.problem.Problem;
import io.github.passage4j.rest.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** The caller's own row: who the caller is, the token says, never the body. */
@Path("/user")
@ApplicationScoped
@RolesAllowed(PassageRoles.USER)
@Produces(MediaType.APPLICATION_JSON)
public class UserResource {

    private final PassageCaller caller;
    private final UserProvisioning provisioning;
    private final Users users;
    private final URI location;

    @Inject
    public UserResource(
            PassageCaller caller,
            UserProvisioning provisioning,
            Users users,
            PassageConfig config,
            ServletContext context) {
        this.caller = caller;
        this.provisioning = provisioning;
        this.users = users;
        // Not from the request: its Host header is whatever the client says
        this.location = URI.create(config.origin() + context.getContextPath() + "/user");
    }

    @SuppressWarnings("NullAway") // only the proxy of the container uses it
    protected UserResource() {
        this.caller = null;
        this.provisioning = null;
        this.users = null;
        this.location = null;
    }

    /** Creates the caller's row: 201 the first time, 200 with the very same row, unchanged, ever after. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(@Valid @NotNull CreateUserCommand command) {
        Provisioned provisioned = provisioning.findOrCreate(caller.passageId(), command.name());
        Response.ResponseBuilder answer = provisioned.created() ? Response.created(location) : Response.ok();
        return withView(answer, provisioned.user());
    }

    /** The caller's row, or 404. */
    @GET
    public Response read() {
        User user = users.findByPassageId(caller.passageId())
                .orElseThrow(() -> new ProblemException(
                        Problem.of(404, "The caller has no row yet: POST to this address creates it.")));
        return withView(Response.ok(), user);
    }

    private static Response withView(Response.ResponseBuilder answer, User user) {
        return answer.tag(tagOf(user)).entity(UserView.of(user)).build();
    }

    /** Number and version: a row that was deleted and made anew never gets an old tag again. */
    private static EntityTag tagOf(User user) {
        return new EntityTag(user.id() + "-" + user.version());
    }
}
