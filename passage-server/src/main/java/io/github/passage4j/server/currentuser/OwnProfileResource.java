package io.github.passage4j.server.currentuser;

import io.github.passage4j.server.apps.App;
import io.github.passage4j.server.credential.Credentials;
import io.github.passage4j.server.limits.Limited;
import io.github.passage4j.server.limits.RateLimit;
import io.github.passage4j.server.magiclink.EmailChange;
import io.github.passage4j.server.users.EmailAddress;
import io.github.passage4j.server.users.User;
import io.github.passage4j.server.wire.PassageException;
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
    private EmailChange emailChange;

    /** For the CDI proxy. */
    @SuppressWarnings("NullAway.Init")
    protected OwnProfileResource() {}

    /** Makes the resource. */
    @Inject
    public OwnProfileResource(Caller caller, Credentials credentials, OwnProfile profile, EmailChange emailChange) {
        this.caller = caller;
        this.credentials = credentials;
        this.profile = profile;
        this.emailChange = emailChange;
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
        return new Started(new Started.Link(emailChange.start(
                app,
                user,
                "new_email",
                address,
                new EmailChange.Message(command.language(), command.magicLinkPath(), command.redirectUrl()))));
    }

    /** Removes the phone number for "". A new one can't be verified, as nothing here sends SMS. */
    @PATCH
    @Path("phone")
    public Started changePhone(
            @PathParam("app") App app,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            PhoneCommand command) {
        User user = caller.of(app, authorization);
        OwnProfile.requireManageable(app);
        if ("".equals(command.newPhone())) {
            profile.removePhone(app, user.id());
            return Started.AT_ONCE;
        }
        throw PassageException.invalid(
                "new_phone",
                command.newPhone() == null ? "is required" : "can't be verified, there is no SMS provider");
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
            @Nullable String redirectUrl) {}

    /** What a change of the phone number sends. */
    public record PhoneCommand(@Nullable String newPhone) {}

    /** What a change answers: the link that was sent, or one without id when there is nothing to wait for. */
    public record Started(Link magicLink) {

        private static final Started AT_ONCE = new Started(new Link(""));

        /** The link, by the id that the waiting browser has. */
        public record Link(String id) {}
    }
}
