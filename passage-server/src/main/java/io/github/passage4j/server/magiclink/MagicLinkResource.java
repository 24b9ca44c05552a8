package io.github.passage4j.server.magiclink;

import io.github.passage4j.server.apps.App;
import io.github.passage4j.server.limits.Limited;
import io.github.passage4j.server.limits.RateLimit;
import io.github.passage4j.server.mail.Letters;
import io.github.passage4j.server.mail.MailException;
import io.github.passage4j.server.message.Addressee;
import io.github.passage4j.server.message.Addressees;
import io.github.passage4j.server.message.MessageSignIn;
import io.github.passage4j.server.message.Messenger;
import io.github.passage4j.server.token.AuthResult;
import io.github.passage4j.server.token.SignInCheck;
import io.github.passage4j.server.users.EmailAddress;
import io.github.passage4j.server.users.Identifier;
import io.github.passage4j.server.users.User;
import io.github.passage4j.server.users.UserExistsException;
import io.github.passage4j.server.users.UserStatus;
import io.github.passage4j.server.wire.Bearer;
import io.github.passage4j.server.wire.ErrorCode;
import io.github.passage4j.server.wire.PassageException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Magic links on the wire of browsers (Passage contract 3.6). */
@Path("apps/{app}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class MagicLinkResource {

    private static final Logger LOG = System.getLogger(MagicLinkResource.class.getName());

    private MagicLinks links;
    private Addressees addressees;
    private MessageSignIn signIn;
    private SignInCheck signInCheck;
    private Messenger messenger;

    /** For the CDI proxy. */
    @SuppressWarnings("NullAway.Init")
    protected MagicLinkResource() {}

    /** Makes the resource. */
    @Inject
    public MagicLinkResource(
            MagicLinks links,
            Addressees addressees,
            MessageSignIn signIn,
            SignInCheck signInCheck,
            Messenger messenger) {
        this.links = links;
        this.addressees = addressees;
        this.signIn = signIn;
        this.signInCheck = signInCheck;
        this.messenger = messenger;
    }

    /** Sends a link to somebody who signed up: 201. */
    @Limited(RateLimit.MESSAGE)
    @POST
    @Path("register/magic-link")
    public Response register(@PathParam("app") App app, StartCommand command) {
        requireEnabled(app);
        Addressee addressee = addressees.toRegister(app, command.identifier(), RateLimit.Message.LINK);
        Started started = send(app, addressee, command, Letters.Link.REGISTER);
        return Response.status(Response.Status.CREATED).entity(started).build();
    }

    /** Sends a link to somebody who wants to sign in. */
    @Limited(RateLimit.MESSAGE)
    @POST
    @Path("login/magic-link")
    public Started login(@PathParam("app") App app, StartCommand command) {
        requireEnabled(app);
        return send(
                app,
                addressees.toLogin(app, command.identifier(), RateLimit.Message.LINK),
                command,
                Letters.Link.LOGIN);
    }

    /**
     * Opens a link and signs in.
     *
     * @param authorization bearer token of the account, if this browser is signed in to it; not asked for
     * @param cookie the same, where page and server have one origin and the page keeps it from scripts
     */
    @Limited(RateLimit.ATTEMPT)
    @PATCH
    @Path("magic-link/activate")
    public AuthResult.Answer activate(
            @PathParam("app") App app,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @CookieParam("psg_auth_token") @Nullable String cookie,
            ActivateCommand command) {
        MagicLinks.Opened opened =
                links.open(app, required("magic_link", command.magicLink())).orElseThrow(MagicLinkResource::notFound);
        return new AuthResult.Answer(
                switch (opened.purpose()) {
                    case SIGN_IN ->
                        signIn.signIn(
                                app,
                                MessageSignIn.Way.MAGIC_LINK,
                                opened.userId(),
                                opened.recipient(),
                                opened.redirectUrl());
                    case CHANGE_EMAIL, CHANGE_PHONE ->
                        change(app, opened, isSignedIn(app, opened, authorization, cookie));
                });
    }

    /** Signs in the browser that waits, once its link was opened. */
    @Limited(RateLimit.STATUS)
    @POST
    @Path("magic-link/status")
    public AuthResult.Answer status(@PathParam("app") App app, StatusCommand command) {
        MagicLinks.Opened opened =
                links.collect(app, required("id", command.id())).orElseThrow(MagicLinkResource::notFound);
        return new AuthResult.Answer(signIn.resume(app, opened.userId(), opened.redirectUrl()));
    }

    private boolean isSignedIn(
            App app, MagicLinks.Opened opened, @Nullable String authorization, @Nullable String cookie) {
        return Bearer.token(authorization)
                .or(() -> Optional.ofNullable(cookie))
                .filter(token -> signInCheck.isSignedIn(app, opened.userId(), token))
                .isPresent();
    }

    private AuthResult change(App app, MagicLinks.Opened opened, boolean isSignedIn) {
        Identifier identifier = Identifier.ofValue(opened.recipient()).orElseThrow();
        try {
            MessageSignIn.Changed changed =
                    signIn.change(app, opened.userId(), identifier, isSignedIn, opened.redirectUrl());
            changed.former().ifPresent(former -> tell(app, former));
            return changed.result();
        } catch (UserExistsException e) {
            throw PassageException.invalid(identifier instanceof EmailAddress ? "email" : "phone", "is already in use");
        }
    }

    /** Whoever owned the account by its identifier hears of the change; the change stands even if that message fails. */
    private void tell(App app, Identifier former) {
        try {
            messenger.tellOfChange(app, former);
        } catch (MailException e) {
            LOG.log(Level.WARNING, "A notice of a changed identifier could not be sent: {0}", e.getMessage());
        }
    }

    /** Sends a link to sign in to accounts that are active, whatever was asked for. */
    private Started send(App app, Addressee addressee, StartCommand command, Letters.Link kind) {
        // Composed once before anything is stored, so that a bad path leaves nothing behind
        LinkAddress.of(app, command.magicLinkPath(), LinkAddress.SIGN_IN, "");
        Optional<User> user = addressee.user();
        String recipient = user.isPresent() ? addressee.to().value() : "";
        MagicLinks.Issued issued = links.issue(
                app, new MagicLinks.Order(addressee.userId(), recipient, app.redirectUrl(), app.magicLinkLifetime()));
        if (user.isPresent()) {
            String address = LinkAddress.of(app, command.magicLinkPath(), LinkAddress.SIGN_IN, issued.token());
            Letters.Link letter = user.get().status() == UserStatus.PENDING ? kind : Letters.Link.LOGIN;
            messenger.sendLink(app, addressee.to(), command.language(), letter, address, app.magicLinkLifetime());
        }
        return new Started(new Started.Link(issued.id()));
    }

    private static void requireEnabled(App app) {
        if (!app.hasMagicLinks()) {
            throw new PassageException(ErrorCode.OPERATION_NOT_ALLOWED, "Magic links are off for this app.");
        }
    }

    private static PassageException notFound() {
        return new PassageException(ErrorCode.MAGIC_LINK_NOT_FOUND, "There is no such magic link, or no more.");
    }

    private static String required(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw PassageException.invalid(field, "is required");
        }
        return value;
    }

    /** What a start call sends. */
    public record StartCommand(
            @Nullable String identifier,
            @Nullable String language,
            @Nullable String magicLinkPath) {}

    /** What a start call answers: only the id, by which the browser asks for the status. */
    public record Started(Link magicLink) {

        /** The link as far as the browser may know it. */
        public record Link(String id) {}
    }

    /** What an activation sends. */
    public record ActivateCommand(@Nullable String magicLink) {}

    /** What a question for the status sends. */
    public record StatusCommand(@Nullable String id) {}
}
