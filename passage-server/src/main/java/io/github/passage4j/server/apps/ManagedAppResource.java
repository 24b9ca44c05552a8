package io.github.passage4j.server.apps;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** {@code GET /api/v1/apps/{app}}: the app as older server SDKs ask for it (Passage contract 4.6). */
@Path("apps/{app}")
@Produces(MediaType.APPLICATION_JSON)
@ApiKeyRequired
@ApplicationScoped
public class ManagedAppResource {

    /** Describes the app. */
    @GET
    public ManagedAppInfo.Answer get(@PathParam("app") App app) {
        return new ManagedAppInfo.Answer(ManagedAppInfo.of(app));
    }
}
