package io.github.passage4j.server.social;

import io.github.passage4j.server.apps.App;
import io.github.passage4j.server.wire.ErrorCode;
import io.github.passage4j.server.wire.PassageException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** {@code /auth/v1/apps/{app}/social}: social login is off (Passage contract 3.2, rows 32 to 35). */
@Path("apps/{app}/social")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class SocialResource {

    /** Where a page would send somebody. */
    @GET
    @Path("authorize")
    public Response authorize(@PathParam("app") App app) {
        throw PassageException.invalid("connection_type", "social login is not enabled for this app");
    }

    /** Where a provider would send somebody back. */
    @GET
    @Path("oauth2_callback")
    public Response callback(@PathParam("app") App app) {
        throw PassageException.invalid("state", "social login is not enabled for this app");
    }

    /** As {@link #callback}, for providers that post. */
    @POST
    @Path("oauth2_callback")
    public Response postedCallback(@PathParam("app") App app) {
        return callback(app);
    }

    /** Where a page would fetch its tokens. */
    @GET
    @Path("token")
    public Response token(@PathParam("app") App app) {
        throw off();
    }

    /** Where a native app would exchange a provider's token. */
    @POST
    @Path("id_token")
    public Response idToken(@PathParam("app") App app) {
        throw off();
    }

    static PassageException off() {
        return new PassageException(ErrorCode.OPERATION_NOT_ALLOWED, "Social login is not enabled for this app.");
    }
}
