package io.github.passage4j.rest.user;

import io.github.passage4j.core.authentication.PassageCaller;
import io.github.passage4j.core.authentication.PassageRoles;
import io.github.passage4j.core.config.PassageConfig;
import io.github.passage4j.core.user.User;
import io.github.passage4j.core.user.UserProvisioning;
import io.github.passage4j.core.user.UserProvisioning.Provisioned;
import io.github.passage4j.rest.openapi.ApiDescription;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The caller's own row: who the caller is, the token says, never the body. */
@Path("/user")
@ApplicationScoped
@RolesAllowed(PassageRoles.USER)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = ApiDescription.OWN_ROW)
@APIResponse(responseCode = "401", ref = ApiDescription.UNAUTHORIZED)
@APIResponse(responseCode = "406", ref = ApiDescription.NOT_ACCEPTABLE)
@APIResponse(responseCode = "429", ref = ApiDescription.TOO_MANY_REQUESTS)
@APIResponse(responseCode = "500", ref = ApiDescription.FAILURE)
@APIResponse(responseCode = "503", ref = ApiDescription.UNAVAILABLE)
public class UserResource {

    private final PassageCaller caller;
    private final UserProvisioning provisioning;
    private final UserRow row;
    private final URI location;

    @Inject
    public UserResource(
            PassageCaller caller,
            UserProvisioning provisioning,
            UserRow row,
            PassageConfig config,
            ServletContext context) {
        this.caller = caller;
        this.provisioning = provisioning;
        this.row = row;
        // Not from the request: its Host header is whatever the client says
        this.location = URI.create(config.origin() + context.getContextPath() + "/user");
    }

    @SuppressWarnings("NullAway") // only the proxy of the container uses it
    protected UserResource() {
        this.caller = null;
        this.provisioning = null;
        this.row = null;
        this.location = null;
    }

    /** Creates the caller's row: 201 the first time, 200 with the very same row, unchanged, ever after. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "createUser",
            summary = "Create the caller's row",
            description =
                    "Safe to repeat, also in parallel: there is one row, and later names don't change it. Members other than the name "
                            + "are ignored.")
    @APIResponse(
            responseCode = "201",
            description = "The row was made",
            headers = {
                @Header(
                        name = "Location",
                        description = "Address of the row",
                        schema = @Schema(implementation = String.class, format = "uri")),
                @Header(name = "ETag", ref = ApiDescription.ETAG)
            },
            content = @Content(schema = @Schema(implementation = UserView.class)))
    @APIResponse(
            responseCode = "200",
            description = "The row was there already, and stays as it is",
            headers = @Header(name = "ETag", ref = ApiDescription.ETAG),
            content = @Content(schema = @Schema(implementation = UserView.class)))
    @APIResponse(responseCode = "400", ref = ApiDescription.BAD_REQUEST)
    @APIResponse(responseCode = "403", ref = ApiDescription.FOREIGN_ORIGIN)
    @APIResponse(responseCode = "413", ref = ApiDescription.TOO_LONG)
    @APIResponse(responseCode = "415", ref = ApiDescription.UNSUPPORTED_TYPE)
    public Response create(
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = CreateUserCommand.class),
                                            examples = {
                                                @ExampleObject(name = "named", value = "{\"name\":\"Ada Lovelace\"}"),
                                                @ExampleObject(name = "nameless", value = "{}")
                                            }))
                    @Valid
                    @NotNull(message = "is required")
                    CreateUserCommand body) {
        Provisioned provisioned = provisioning.findOrCreate(caller.passageId(), body.name());
        return withView(provisioned.created() ? Response.created(location) : Response.ok(), provisioned.user());
    }

    /** The caller's row, or 404; 304 where the client has it already. */
    @GET
    @Operation(operationId = "readUser", summary = "Read the caller's row")
    @Parameter(
            name = HttpHeaders.IF_NONE_MATCH,
            in = ParameterIn.HEADER,
            description = "Answer 304 if the row still has one of these tags",
            schema = @Schema(implementation = String.class))
    @APIResponse(
            responseCode = "200",
            description = "The row",
            headers = @Header(name = "ETag", ref = ApiDescription.ETAG),
            content = @Content(schema = @Schema(implementation = UserView.class)))
    @APIResponse(
            responseCode = "304",
            description = "The client has the row already",
            headers = @Header(name = "ETag", ref = ApiDescription.ETAG))
    @APIResponse(responseCode = "400", ref = ApiDescription.BAD_REQUEST)
    @APIResponse(responseCode = "404", ref = ApiDescription.NOT_FOUND)
    public Response read(@Context HttpHeaders headers) {
        User user = row.read();
        String tag = EntityTags.of(user);
        EntityTags known = condition(headers, HttpHeaders.IF_NONE_MATCH);
        return known != null && known.matchesWeakly(tag)
                ? Response.notModified(tag).build()
                : withView(Response.ok(), user);
    }

    /** Changes the name: 412 when {@code If-Match} is there and names no tag of the row. */
    @PATCH
    @Consumes({RenameUserCommandReader.MERGE_PATCH, MediaType.APPLICATION_JSON})
    @Operation(
            operationId = "renameUser",
            summary = "Change the caller's name",
            description =
                    "A merge patch (RFC 7396): a name that is null is taken away, a name that is absent stays. Other members are "
                            + "ignored. Without If-Match the last writer wins; with it, of several changes of one version one wins.")
    @Parameter(
            name = HttpHeaders.IF_MATCH,
            in = ParameterIn.HEADER,
            description = "Change the row only if it still has one of these tags",
            schema = @Schema(implementation = String.class))
    @APIResponse(
            responseCode = "200",
            description = "The row as it is now",
            headers = @Header(name = "ETag", ref = ApiDescription.ETAG),
            content = @Content(schema = @Schema(implementation = UserView.class)))
    @APIResponse(responseCode = "400", ref = ApiDescription.BAD_REQUEST)
    @APIResponse(responseCode = "403", ref = ApiDescription.FOREIGN_ORIGIN)
    @APIResponse(responseCode = "404", ref = ApiDescription.NOT_FOUND)
    @APIResponse(responseCode = "409", ref = ApiDescription.CONFLICT)
    @APIResponse(responseCode = "412", ref = ApiDescription.PRECONDITION_FAILED)
    @APIResponse(responseCode = "413", ref = ApiDescription.TOO_LONG)
    @APIResponse(responseCode = "415", ref = ApiDescription.UNSUPPORTED_TYPE)
    public Response rename(
            @RequestBody(
                            required = true,
                            content = {
                                @Content(
                                        mediaType = RenameUserCommandReader.MERGE_PATCH,
                                        schema = @Schema(implementation = CreateUserCommand.class),
                                        examples = {
                                            @ExampleObject(name = "rename", value = "{\"name\":\"Ada King\"}"),
                                            @ExampleObject(name = "take the name away", value = "{\"name\":null}")
                                        }),
                                @Content(
                                        mediaType = MediaType.APPLICATION_JSON,
                                        schema = @Schema(implementation = CreateUserCommand.class))
                            })
                    @Valid
                    @NotNull(message = "is required")
                    RenameUserCommand body,
            @Context HttpHeaders headers) {
        return withView(Response.ok(), row.rename(body, condition(headers, HttpHeaders.IF_MATCH)));
    }

    /** Removes the caller's row: 204, also when there was none. */
    @DELETE
    @Operation(
            operationId = "deleteUser",
            summary = "Remove the caller's row",
            description = "Safe to repeat. The Passage user stays: whoever signs in again gets a new row.")
    @Parameter(
            name = HttpHeaders.IF_MATCH,
            in = ParameterIn.HEADER,
            description = "Remove the row only if it still has one of these tags",
            schema = @Schema(implementation = String.class))
    @APIResponse(responseCode = "204", description = "There is no row (any more)")
    @APIResponse(responseCode = "400", ref = ApiDescription.BAD_REQUEST)
    @APIResponse(responseCode = "403", ref = ApiDescription.FOREIGN_ORIGIN)
    @APIResponse(responseCode = "412", ref = ApiDescription.PRECONDITION_FAILED)
    public Response delete(@Context HttpHeaders headers) {
        row.remove(condition(headers, HttpHeaders.IF_MATCH));
        return Response.noContent().build();
    }

    private static @Nullable EntityTags condition(HttpHeaders headers, String name) {
        return EntityTags.parse(name, headers.getHeaderString(name));
    }

    private static Response withView(Response.ResponseBuilder answer, User user) {
        return answer.tag(EntityTags.of(user)).entity(UserView.of(user)).build();
    }
}
