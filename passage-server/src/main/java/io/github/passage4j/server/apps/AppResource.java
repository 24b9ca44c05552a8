package io.github.passage4j.server.apps;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** {@code GET /auth/v1/apps/{app}}: what the Elements need to know before they show anything. */
@Path("apps/{app}")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class AppResource {

    /** Describes the app. */
    @GET
    public AppInfo.Answer get(@PathParam("app") App app) {
        return new AppInfo.Answer(AppInfo.of(app));
    }
}
