package io.github.passage4j.server.magiclink;

import io.github.passage4j.server.apps.App;
import io.github.passage4j.server.limits.RateLimit;
import io.github.passage4j.server.limits.RateLimits;
import io.github.passage4j.server.mail.Letters;
import io.github.passage4j.server.message.Messenger;
import io.github.passage4j.server.users.EmailAddress;
import io.github.passage4j.server.users.Identifier;
import io.github.passage4j.server.users.User;
import io.github.passage4j.server.users.Users;
import io.github.passage4j.server.wire.PassageException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Asks, by a link to a new address or number, whether it is the user's. It becomes the account's when the link is opened. */
@ApplicationScoped
public class IdentifierChange {

    private MagicLinks links;
    private Users users;
    private Messenger messenger;
    private RateLimits limits;

    /** For the CDI proxy. */
    @SuppressWarnings("NullAway.Init")
    protected IdentifierChange() {}

    /** Makes the service. */
    @Inject
    public IdentifierChange(MagicLinks links, Users users, Messenger messenger, RateLimits limits) {
        this.links = links;
        this.users = users;
        this.messenger = messenger;
        this.limits = limits;
    }

    /**
     * Sends the link. The present one may be named too, to have it verified.
     *
     * @param user signed in
     * @param field name of the identifier in the request
     * @param identifier new address or number
     * @param message how the link is to look
     * @return the id by which the browser may wait for the link
     * @throws PassageException 400 when the identifier is somebody else's, not of the kind that the app uses, or out of
     *     reach of messages, or a path leads elsewhere
     */
    public String start(App app, User user, String field, Identifier identifier, Message message) {
        identifier.requireAllowed(app, field);
        messenger.requireReach(identifier, field);
        limits.spendOn(RateLimit.Message.LINK, app.id(), identifier.value());
        users.find(app.id(), identifier).filter(owner -> !owner.equals(user)).ifPresent(owner -> {
            throw PassageException.invalid(field, "is already in use");
        });
        // Composed once before anything is stored, so that a bad path leaves nothing behind
        LinkAddress.of(app, message.path(), LinkAddress.VERIFY, "");
        MagicLinks.Issued issued = links.issue(
                app,
                new MagicLinks.Order(
                        identifier instanceof EmailAddress
                                ? MagicLinks.Purpose.CHANGE_EMAIL
                                : MagicLinks.Purpose.CHANGE_PHONE,
                        user.id(),
                        identifier.value(),
                        LinkAddress.redirect(app, message.redirectUrl()),
                        app.magicLinkLifetime()));
        String link = LinkAddress.of(app, message.path(), LinkAddress.VERIFY, issued.token());
        messenger.sendLink(app, identifier, message.language(), Letters.Link.VERIFY, link, app.magicLinkLifetime());
        return issued.id();
    }

    /**
     * How a link is to look; each may be null.
     *
     * @param language wanted language tag
     * @param path page that opens the link; the login page unless given
     * @param redirectUrl page that comes next; the app's unless given
     */
    public record Message(
            @Nullable String language,
            @Nullable String path,
            @Nullable String redirectUrl) {}
}
