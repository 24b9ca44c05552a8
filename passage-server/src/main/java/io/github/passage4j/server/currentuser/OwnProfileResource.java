package io.github.passage4j.server.currentuser;

import io.github.passage4j.server.apps.App;
import io.github.passage4j.server.credential.Credentials;
import io.github.passage4j.server.limits.Limited;
import io.github.passage4j.server.limits.RateLimit;
import io.github.passage4j.server.magiclink.IdentifierChange;
import io.github.passage4j.server.users.EmailAddress;
import io.github.passage4j.server.users.PhoneNumber;
import io.github.passage4j.server.users.User;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** Changes to the caller's own profile (Passage contract 3.2, rows 25 to 28). */
@Path("apps/{app}/currentuser")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class OwnProfileResource {

    private Caller caller;
    private Credentials credentials;
    private OwnProfile profile;
    private IdentifierChange change;

    /** For the CDI proxy. */
    @SuppressWarnings("NullAway.Init")
    protected OwnProfileResource() {}

    /** Makes the resource. */
    @Inject
    public OwnProfileResource(Caller caller, Credentials credentials, OwnProfile profile, IdentifierChange change) {
        this.caller = caller;
        this.credentials = credentials;
        this.profile = profile;
        this.change = change;
    }

    /** The values of the app's fields. */
    @GET
    @Path("user-metadata")
    @Consumes(MediaType.WILDCARD)
    public MetadataAnswer metadata(
            @PathParam("app") App app, @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        return new MetadataAnswer(caller.of(app, authorization).metadata());
    }

    /** Changes values of fields that the profile shows. */
    @PATCH
    @Path("user-metadata")
    public CurrentUserView.Answer describe(
            @PathParam("app") App app,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            MetadataCommand command) {
        User user = profile.describe(app, caller.of(app, authorization).id(), command.userMetadata());
        return new CurrentUserView.Answer(CurrentUserView.of(user, credentials.ofUser(user.id())));
    }

    /** Sends a link to a new address, which takes its place when that is opened; "" removes the address at once. */
    @Limited(RateLimit.MESSAGE)
    @PATCH
    @Path("email")
    public Started changeEmail(
            @PathParam("app") App app,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            EmailCommand command) {
        User user = caller.of(app, authorization);
        if ("".equals(command.newEmail())) {
            profile.removeEmail(app, user.id());
            return Started.AT_ONCE;
        }
        OwnProfile.requireManageable(app);
        EmailAddress address = EmailAddress.parse("new_email", command.newEmail());
        return new Started(new Started.Link(change.start(app, user, "new_email", address, command.message())));
    }

    /** Sends a link to a new phone number, which takes its place when that is opened; "" removes the number at once. */
    @Limited(RateLimit.MESSAGE)
    @PATCH
    @Path("phone")
    public Started changePhone(
            @PathParam("app") App app,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            PhoneCommand command) {
        User user = caller.of(app, authorization);
        if ("".equals(command.newPhone())) {
            profile.removePhone(app, user.id());
            return Started.AT_ONCE;
        }
        OwnProfile.requireManageable(app);
        PhoneNumber number = PhoneNumber.parse("new_phone", command.newPhone());
        return new Started(new Started.Link(change.start(app, user, "new_phone", number, command.message())));
    }

    /** The answer around metadata; null when there are none. */
    @JsonbNillable
    public record MetadataAnswer(@Nullable JsonObject userMetadata) {}

    /** What a change of metadata sends. */
    public record MetadataCommand(@Nullable JsonObject userMetadata) {}

    /** What a change of the address sends. */
    public record EmailCommand(
            @Nullable String newEmail,
            @Nullable String language,
            @Nullable String magicLinkPath,
            @Nullable String redirectUrl) {

        private IdentifierChange.Message message() {
            return new IdentifierChange.Message(language, magicLinkPath, redirectUrl);
        }
    }

    /** What a change of the phone number sends. */
    public record PhoneCommand(
            @Nullable String newPhone,
            @Nullable String language,
            @Nullable String magicLinkPath,
            @Nullable String redirectUrl) {

        private IdentifierChange.Message message() {
            return new IdentifierChange.Message(language, magicLinkPath, redirectUrl);
        }
    }

    /** What a change answers: the link that was sent, or one without id when there is nothing to wait for. */
    public record Started(Link magicLink) {

        private static final Started AT_ONCE = new Started(new Link(""));

        /** The link, by the id that the waiting browser has. */
        public record Link(String id) {}
    }
}
