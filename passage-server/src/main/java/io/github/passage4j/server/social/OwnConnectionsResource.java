package io.github.passage4j.server.social;

import io.github.passage4j.server.apps.App;
import io.github.passage4j.server.currentuser.Caller;
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
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The caller's social connections: there are none (Passage contract 3.2, rows 29 to 31). */
@Path("apps/{app}/currentuser")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class OwnConnectionsResource {

    private static final Set<String> TYPES = Set.of("apple", "github", "google");

    private Caller caller;

    /** For the CDI proxy. */
    @SuppressWarnings("NullAway.Init")
    protected OwnConnectionsResource() {}

    /** Makes the resource. */
    @Inject
    public OwnConnectionsResource(Caller caller) {
        this.caller = caller;
    }

    /** All of them: none. */
    @GET
    @Path("social-connections")
    public Connections list(
            @PathParam("app") App app, @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        caller.of(app, authorization);
        return new Connections(Map.of());
    }

    /** There is nothing to remove. */
    @DELETE
    @Path("social-connections/{type}")
    public Response remove(
            @PathParam("app") App app,
            @PathParam("type") String type,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        caller.of(app, authorization);
        if (!TYPES.contains(type)) {
            throw PassageException.invalid("type", "must be apple, github or google");
        }
        throw new PassageException(ErrorCode.SOCIAL_CONNECTION_NOT_FOUND, "There is no such social connection.");
    }

    /** There is nothing to link to. */
    @GET
    @Path("social/link_account")
    public Response link(
            @PathParam("app") App app, @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        caller.of(app, authorization);
        throw SocialResource.off();
    }

    /** The answer around connections by provider. */
    public record Connections(Map<String, Object> socialConnections) {}
}
