package io.github.passage4j.server.users;

import io.github.passage4j.server.apps.ApiKeyRequired;
import io.github.passage4j.server.apps.App;
import io.github.passage4j.server.config.ServerConfig;
import io.github.passage4j.server.credential.Credentials;
import io.github.passage4j.server.wire.ErrorCode;
import io.github.passage4j.server.wire.PassageException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/apps/{app}/users}: accounts for servers that hold an API key (Passage contract 4.2). */
@Path("apps/{app}/users")
@Produces(MediaType.APPLICATION_JSON)
@ApiKeyRequired
@ApplicationScoped
public class ManagedUsersResource {

    private Users users;
    private Credentials credentials;
    private ServerConfig config;
    private Clock clock;

    /** For the CDI proxy. */
    @SuppressWarnings("NullAway.Init")
    protected ManagedUsersResource() {}

    /** Makes the resource. */
    @Inject
    public ManagedUsersResource(Users users, Credentials credentials, ServerConfig config, Clock clock) {
        this.users = users;
        this.credentials = credentials;
        this.config = config;
        this.clock = clock;
    }

    /** One account. */
    @GET
    @Path("{user}")
    public PassageUserView.Answer get(@PathParam("app") App app, @PathParam("user") String id) {
        return users.find(app.id(), id)
                .map(user -> PassageUserView.of(user, credentials.ofUser(user.id())))
                .map(PassageUserView.Answer::new)
                .orElseThrow(() -> new PassageException(ErrorCode.USER_NOT_FOUND, "There is no such user."));
    }

    /** A page of accounts, newest first, or the one with an identifier. */
    @GET
    public UserPage list(@PathParam("app") App app, @Context UriInfo uri) {
        PageRequest request = PageRequest.of(uri.getQueryParameters(), clock.instant());
        Users.Filter filter = new Users.Filter(
                app.id(), Instant.ofEpochSecond(request.createdBefore()), lowerCase(request.identifier()));
        return UserPage.of(
                request,
                users.count(filter),
                users.list(filter, request.offset(), request.limit()),
                page -> address(app, request, page));
    }

    private String address(App app, PageRequest request, int page) {
        String identifier = request.identifier();
        return config.apiUrl() + "/apps/" + app.id() + "/users?page=" + page + "&limit=" + request.limit()
                + "&created_before=" + request.createdBefore()
                + (identifier == null ? "" : "&identifier=" + URLEncoder.encode(identifier, StandardCharsets.UTF_8));
    }

    private static @Nullable String lowerCase(@Nullable String identifier) {
        return identifier == null ? null : identifier.strip().toLowerCase(Locale.ROOT);
    }
}
