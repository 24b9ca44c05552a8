package io.github.passage4j.rest.admin;

import io.github.passage4j.core.authentication.PassageRoles;
import io.github.passage4j.core.user.UserDirectory;
import io.github.passage4j.rest.openapi.ApiDescription;
import io.github.passage4j.rest.problem.Problem;
import io.github.passage4j.rest.problem.ProblemException;
import io.github.passage4j.rest.user.UserView;
import io.github.passage4j.rest.user.WellFormedName;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** All users, for administrators: callers whose Passage id is in {@code passage.admins}. */
@Path("/users")
@ApplicationScoped
@RolesAllowed(PassageRoles.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = ApiDescription.ADMINISTRATION)
@APIResponse(responseCode = "401", ref = ApiDescription.UNAUTHORIZED)
@APIResponse(responseCode = "403", ref = ApiDescription.NOT_AN_ADMINISTRATOR)
@APIResponse(responseCode = "406", ref = ApiDescription.NOT_ACCEPTABLE)
@APIResponse(responseCode = "429", ref = ApiDescription.TOO_MANY_REQUESTS)
@APIResponse(responseCode = "500", ref = ApiDescription.FAILURE)
@APIResponse(responseCode = "503", ref = ApiDescription.UNAVAILABLE)
public class UsersResource {

    private final UserPages pages;
    private final UserDirectory directory;

    @Inject
    public UsersResource(UserPages pages, UserDirectory directory) {
        this.pages = pages;
        this.directory = directory;
    }

    @SuppressWarnings("NullAway") // only the proxy of the container uses it
    protected UsersResource() {
        this.pages = null;
        this.directory = null;
    }

    /** One page of the users. */
    @GET
    @Operation(
            operationId = "listUsers",
            summary = "List users",
            description =
                    "In the order of creation; with the filter by name in the order of the names. To read on, send the answer's cursor "
                            + "with the same filter. Rows that come or go meanwhile neither repeat nor hide others.")
    @APIResponse(
            responseCode = "200",
            description = "A page; next is null on the last one",
            content = @Content(schema = @Schema(implementation = UserPageView.class)))
    @APIResponse(responseCode = "400", ref = ApiDescription.BAD_REQUEST)
    public UserPageView list(
            @Parameter(
                            description = "Most users of the page, 1 to 200",
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            minimum = "1",
                                            maximum = "200",
                                            defaultValue = "50"))
                    @QueryParam("limit")
                    @Nullable
                    String limit,
            @Parameter(description = "The cursor of the page before") @QueryParam("cursor") @Nullable String cursor,
            @Parameter(
                            description = "Only users whose name begins so; upper and lower case are told apart",
                            example = "Ada")
                    @QueryParam("name")
                    @WellFormedName
                    @Nullable
                    String name,
            @Parameter(description = "Only the user with this Passage id", example = "u5RnV8sLq2KdT0yHb7MwXc3e")
                    @QueryParam("passageId")
                    @Nullable
                    String passageId) {
        return pages.page(PageRequest.of(limit, cursor, name, passageId));
    }

    /** One user. */
    @GET
    @Path("{id: [0-9]{1,18}}")
    @Operation(operationId = "readUserById", summary = "Read one user")
    @APIResponse(
            responseCode = "200",
            description = "The row",
            content = @Content(schema = @Schema(implementation = UserView.class)))
    @APIResponse(responseCode = "404", ref = ApiDescription.NOT_FOUND)
    public Response read(@Parameter(description = "Number of the row", example = "1") @PathParam("id") long id) {
        UserView user = directory
                .find(id)
                .map(UserView::of)
                .orElseThrow(() -> new ProblemException(Problem.of(404, "There is no user with this number.")));
        return Response.ok(user).build();
    }
}
