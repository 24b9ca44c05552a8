package io.github.passage4j.server.transfer;

import io.github.passage4j.server.apps.App;
import io.github.passage4j.server.credential.Credential;
import io.github.passage4j.server.credential.Credentials;
import io.github.passage4j.server.users.PassageUserView;
import io.github.passage4j.server.users.User;
import io.github.passage4j.server.users.Users;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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

    /** For the CDI proxy. */
    @SuppressWarnings("NullAway.Init")
    protected TransferResource() {}

    /** Makes the resource. */
    @Inject
    public TransferResource(Users users, Credentials credentials, Imports imports) {
        this.users = users;
        this.credentials = credentials;
        this.imports = imports;
    }

    /**
     * Some users, by their ids, with their passkeys. An empty page is behind the last one.
     *
     * @param after id of the last one of the page before; the first page unless given
     */
    @GET
    public Page export(@PathParam("app") App app, @QueryParam("after") @DefaultValue("") String after) {
        List<User> page = users.after(app.id(), after, USERS_AT_ONCE);
        List<Credential> known = credentials.knownOf(page.stream().map(User::id).toList());
        Map<String, List<Credential>> usable =
                known.stream().filter(Credential::hasPublicKey).collect(Collectors.groupingBy(Credential::userId));
        return new Page(
                page.stream()
                        .map(user -> PassageUserView.of(user, usable.getOrDefault(user.id(), List.of()), List.of()))
                        .toList(),
                known.stream().map(PasskeyRecord::of).toList());
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
