package io.github.passage4j.server.currentuser;

import io.github.passage4j.server.apps.App;
import io.github.passage4j.server.credential.Credentials;
import io.github.passage4j.server.users.User;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** {@code /auth/v1/apps/{app}/currentuser}: the account that the token speaks for (Passage contract 3.9). */
@Path("apps/{app}/currentuser")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class CurrentUserResource {

    private Caller caller;
    private Credentials credentials;

    /** For the CDI proxy. */
    @SuppressWarnings("NullAway.Init")
    protected CurrentUserResource() {}

    /** Makes the resource. */
    @Inject
    public CurrentUserResource(Caller caller, Credentials credentials) {
        this.caller = caller;
        this.credentials = credentials;
    }

    /** The account with its passkeys. */
    @GET
    public CurrentUserView.Answer get(
            @PathParam("app") App app, @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        User user = caller.of(app, authorization);
        return new CurrentUserView.Answer(CurrentUserView.of(user, credentials.ofUser(user.id())));
    }
}
