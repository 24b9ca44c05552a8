package io.github.passage4j.server.magiclink;

import io.github.passage4j.server.apps.App;
import io.github.passage4j.server.limits.RateLimit;
import io.github.passage4j.server.limits.RateLimits;
import io.github.passage4j.server.mail.Letters;
import io.github.passage4j.server.mail.Mailer;
import io.github.passage4j.server.users.EmailAddress;
import io.github.passage4j.server.users.User;
import io.github.passage4j.server.users.Users;
import io.github.passage4j.server.wire.PassageException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Asks, by a link to a new address, whether it is the user's. It becomes the account's when the link is opened. */
@ApplicationScoped
public class EmailChange {

    private MagicLinks links;
    private Users users;
    private Mailer mailer;
    private RateLimits limits;

    /** For the CDI proxy. */
    @SuppressWarnings("NullAway.Init")
    protected EmailChange() {}

    /** Makes the service. */
    @Inject
    public EmailChange(MagicLinks links, Users users, Mailer mailer, RateLimits limits) {
        this.links = links;
        this.users = users;
        this.mailer = mailer;
        this.limits = limits;
    }

    /**
     * Sends the link. The present address may be named too, to have it verified.
     *
     * @param user signed in
     * @param field name of the address in the request
     * @param address new address
     * @param message how the link is to look
     * @return the id by which the browser may wait for the link
     * @throws PassageException 400 when the address is somebody else's, or a path leads elsewhere
     */
    public String start(App app, User user, String field, EmailAddress address, Message message) {
        limits.spendOn(RateLimit.Message.LINK, app.id(), address.value());
        users.find(app.id(), address).filter(owner -> !owner.equals(user)).ifPresent(owner -> {
            throw PassageException.invalid(field, "is already in use");
        });
        // Composed once before anything is stored, so that a bad path leaves nothing behind
        LinkAddress.of(app, message.path(), LinkAddress.VERIFY, "");
        MagicLinks.Issued issued = links.issue(
                app,
                new MagicLinks.Order(
                        MagicLinks.Purpose.CHANGE_EMAIL,
                        user.id(),
                        address.value(),
                        LinkAddress.redirect(app, message.redirectUrl()),
                        app.magicLinkLifetime()));
        String link = LinkAddress.of(app, message.path(), LinkAddress.VERIFY, issued.token());
        mailer.send(Letters.link(
                app, address.value(), message.language(), Letters.Link.VERIFY, link, app.magicLinkLifetime()));
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
