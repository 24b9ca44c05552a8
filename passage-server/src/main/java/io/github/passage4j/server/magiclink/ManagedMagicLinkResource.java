package io.github.passage4j.server.magiclink;

import io.github.passage4j.server.apps.ApiKeyRequired;
import io.github.passage4j.server.apps.App;
import io.github.passage4j.server.message.Messenger;
import io.github.passage4j.server.users.Identifier;
import io.github.passage4j.server.users.ManagedUsers;
import io.github.passage4j.server.users.User;
import io.github.passage4j.server.users.UserStatus;
import io.github.passage4j.server.wire.ErrorCode;
import io.github.passage4j.server.wire.PassageException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** {@code POST /api/v1/apps/{app}/magic-links}: links that a server makes (Passage contract 4.5). */
@Path("apps/{app}/magic-links")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApiKeyRequired
@ApplicationScoped
public class ManagedMagicLinkResource {

    private MagicLinks links;
    private ManagedUsers users;
    private Messenger messenger;

    /** For the CDI proxy. */
    @SuppressWarnings("NullAway.Init")
    protected ManagedMagicLinkResource() {}

    /** Makes the resource. */
    @Inject
    public ManagedMagicLinkResource(MagicLinks links, ManagedUsers users, Messenger messenger) {
        this.links = links;
        this.users = users;
        this.messenger = messenger;
    }

    /** Makes a link, and sends it when that is asked for: 201. */
    @POST
    public Response create(@PathParam("app") App app, CreateLinkCommand command) {
        if (!app.hasMagicLinks()) {
            throw new PassageException(ErrorCode.OPERATION_NOT_ALLOWED, "Magic links are off for this app.");
        }
        CreateLinkCommand.Checked checked = command.check(app, messenger);
        User user = users.ofRecipient(app, checked.recipient());
        if (user.status() == UserStatus.INACTIVE) {
            throw new PassageException(ErrorCode.OPERATION_NOT_ALLOWED, "user: is not active.");
        }
        Identifier recipient = checked.identifier(user);
        MagicLinks.Issued issued = links.issueToServer(
                app, new MagicLinks.Order(user.id(), recipient.value(), checked.redirectUrl(), checked.lifetime()));
        String address = checked.address(app, issued.token());
        if (checked.isToBeSent()) {
            messenger.sendLink(app, recipient, checked.language(), checked.letter(), address, checked.lifetime());
        }
        MagicLinkView view = new MagicLinkView(
                issued.id(),
                app.id(),
                user.id(),
                recipient.value(),
                checked.type(),
                false,
                checked.redirectUrl(),
                issued.token(),
                (int) checked.lifetime().toMinutes(),
                address);
        return Response.status(Response.Status.CREATED)
                .entity(new MagicLinkView.Answer(view))
                .build();
    }
}
