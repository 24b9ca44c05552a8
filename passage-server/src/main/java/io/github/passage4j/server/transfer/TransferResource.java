package io.github.passage4j.server.transfer;

import io.github.passage4j.server.apps.App;
import io.github.passage4j.server.credential.Credential;
import io.github.passage4j.server.credential.Credentials;
import io.github.passage4j.server.users.PassageUserView;
import io.github.passage4j.server.users.User;
import io.github.passage4j.server.users.UserQuery;
import io.github.passage4j.server.users.Users;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** {@code /operator/v1/apps/{app}/transfer}: export page by page, import record by record, for the command line. */
@Path("apps/{app}/transfer")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class TransferResource {

    private static final int USERS_AT_ONCE = 200;

    private Users users;
    private Credentials credentials;
    private Imports imports;
    private Clock clock;

    /** For the CDI proxy. */
    @SuppressWarnings("NullAway.Init")
    protected TransferResource() {}

    /** Makes the resource. */
    @Inject
    public TransferResource(Users users, Credentials credentials, Imports imports, Clock clock) {
        this.users = users;
        this.credentials = credentials;
        this.imports = imports;
        this.clock = clock;
    }

    /** Some users, oldest first, with their passkeys. An empty page is behind the last one. */
    @GET
    public Page export(@PathParam("app") App app, @QueryParam("from") int from) {
        UserQuery everybody = UserQuery.oldestFirst(app.id(), clock.instant().plusSeconds(1));
        List<PassageUserView> page = new ArrayList<>();
        List<PasskeyRecord> passkeys = new ArrayList<>();
        for (User user : users.list(everybody, Math.max(0, from), USERS_AT_ONCE)) {
            List<Credential> own = credentials.ofUser(user.id());
            page.add(PassageUserView.of(user, own, List.of()));
            credentials.knownOf(user.id()).stream().map(PasskeyRecord::of).forEach(passkeys::add);
        }
        return new Page(page, passkeys);
    }

    /** Takes over a user. */
    @POST
    @Path("users")
    public Imported user(@PathParam("app") App app, UserRecord user) {
        return new Imported(imports.user(app, user).text());
    }

    /** Takes over a passkey. */
    @POST
    @Path("passkeys")
    public Imported passkey(@PathParam("app") App app, PasskeyRecord passkey) {
        return new Imported(imports.passkey(app, passkey).text());
    }

    /** A part of an export. */
    public record Page(List<PassageUserView> users, List<PasskeyRecord> passkeys) {}

    /** What became of a record: {@code created}, {@code completed} or {@code present}. */
    public record Imported(String outcome) {}
}
