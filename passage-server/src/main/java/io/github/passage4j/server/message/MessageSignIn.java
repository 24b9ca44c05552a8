package io.github.passage4j.server.message;

import io.github.passage4j.server.apps.App;
import io.github.passage4j.server.audit.AccountEvent;
import io.github.passage4j.server.audit.EventType;
import io.github.passage4j.server.credential.Credential;
import io.github.passage4j.server.credential.Credentials;
import io.github.passage4j.server.token.AuthResult;
import io.github.passage4j.server.token.AuthResults;
import io.github.passage4j.server.token.RefreshTokens;
import io.github.passage4j.server.users.EmailAddress;
import io.github.passage4j.server.users.Identifier;
import io.github.passage4j.server.users.User;
import io.github.passage4j.server.users.UserExistsException;
import io.github.passage4j.server.users.UserRefusals;
import io.github.passage4j.server.users.UserStatus;
import io.github.passage4j.server.users.Users;
import io.github.passage4j.server.wire.PassageException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Signs in whoever answered a message to their address or number, which is verified by that. */
@ApplicationScoped
public class MessageSignIn {

    private Users users;
    private Credentials credentials;
    private RefreshTokens refreshTokens;
    private AuthResults results;
    private Event<AccountEvent> events;
    private Event<OwnerProved> proofs;
    private Clock clock;

    /** For the CDI proxy. */
    @SuppressWarnings("NullAway.Init")
    protected MessageSignIn() {}

    /** Makes the service. */
    @Inject
    public MessageSignIn(
            Users users,
            Credentials credentials,
            RefreshTokens refreshTokens,
            AuthResults results,
            Event<AccountEvent> events,
            Event<OwnerProved> proofs,
            Clock clock) {
        this.users = users;
        this.credentials = credentials;
        this.refreshTokens = refreshTokens;
        this.results = results;
        this.events = events;
        this.proofs = proofs;
        this.clock = clock;
    }

    /**
     * Signs in.
     *
     * @param way kind of the message
     * @param recipient where the message went, "" for nowhere; it counts as verified when it is still the account's
     * @param redirectUrl page that comes next
     * @throws PassageException 404 when the account is gone, 403 when it is deactivated
     */
    @Transactional
    public AuthResult signIn(App app, Way way, String userId, String recipient, String redirectUrl) {
        User user = users.lock(app.id(), userId).orElseThrow(UserRefusals::unknown);
        requireNotInactive(user, way);
        Instant now = clock.instant();
        int doubtful = 0;
        Optional<Identifier> shown = Identifier.ofValue(recipient).filter(user::isUnverified);
        if (shown.isPresent()) {
            doubtful = doubtWhatWasThere(app, userId, now);
            user.verify(shown.get(), now);
        }
        boolean isFirst = user.status() == UserStatus.PENDING;
        user.recordLogin(now);
        events.fire(AccountEvent.completed(app.id(), userId, isFirst ? way.toRegister : way.toLogin));
        return results.signIn(app, userId, redirectUrl).withUnconfirmedPasskeys(doubtful);
    }

    /**
     * Gives the account the address or number whose owner opened the link to it, and signs in.
     *
     * @param identifier a new one, or the present one
     * @param isSignedIn whether whoever opened it was signed in to the account; if not, it may be somebody else than who asked
     *     for it, and an app that removes doubtful passkeys has them removed
     * @param redirectUrl page that comes next
     * @throws UserExistsException when another account has the identifier by now
     * @throws PassageException 404 when the account is gone, 403 when it is deactivated
     */
    @Transactional(rollbackOn = UserExistsException.class)
    public Changed change(App app, String userId, Identifier identifier, boolean isSignedIn, String redirectUrl) {
        User user = users.lock(app.id(), userId).orElseThrow(UserRefusals::unknown);
        requireNotInactive(user, Way.MAGIC_LINK);
        Instant now = clock.instant();
        String former = user.sameKindAs(identifier);
        boolean isKnown = former.equals(identifier.value()) && !user.isUnverified(identifier);
        if (app.removesUnconfirmedPasskeys() && !isSignedIn && !isKnown) {
            doubtWhatWasThere(app, userId, now);
        }
        user.change(identifier, now);
        user.verify(identifier, now);
        users.save(user);
        EventType change = identifier instanceof EmailAddress ? EventType.EMAIL_CHANGE : EventType.PHONE_CHANGE;
        events.fire(AccountEvent.completed(app.id(), userId, change));
        events.fire(AccountEvent.completed(app.id(), userId, EventType.LOGIN_MAGIC_LINK));
        return new Changed(
                results.signIn(app, userId, redirectUrl),
                Identifier.ofValue(former).filter(known -> !known.equals(identifier)));
    }

    /**
     * Until now the account was anybody's who named the address: that person may not be who owns it. Their sign-ins end, so do
     * their changes that wait for a link to be opened, and their passkeys are removed or marked for the owner to decide
     * (decision 0030).
     *
     * @return number of passkeys that are left for the owner to decide on
     */
    private int doubtWhatWasThere(App app, String userId, Instant now) {
        refreshTokens.endOfUser(app.id(), userId);
        proofs.fire(new OwnerProved(app.id(), userId));
        List<Credential> passkeys = credentials.ofUser(userId);
        if (app.removesUnconfirmedPasskeys()) {
            passkeys.forEach(credentials::remove);
            return 0;
        }
        passkeys.forEach(passkey -> passkey.doubt(now));
        return passkeys.size();
    }

    /**
     * Signs in once more on the strength of a message that was answered a moment ago.
     *
     * @throws PassageException 404 when the account is gone, 403 when it is deactivated
     */
    @Transactional
    public AuthResult resume(App app, String userId, String redirectUrl) {
        User user = users.lock(app.id(), userId).orElseThrow(UserRefusals::unknown);
        requireNotInactive(user, Way.MAGIC_LINK);
        events.fire(AccountEvent.completed(app.id(), userId, EventType.LOGIN_MAGIC_LINK));
        return results.signIn(app, userId, redirectUrl);
    }

    /**
     * A change of an identifier.
     *
     * @param former the one before; empty when there was none, or it is the same
     */
    public record Changed(AuthResult result, Optional<Identifier> former) {}

    private void requireNotInactive(User user, Way way) {
        if (user.status() == UserStatus.INACTIVE) {
            events.fire(AccountEvent.refused(user.appId(), user.id(), way.toLogin));
        }
        user.requireNotInactive();
    }

    /** The kinds of messages. */
    public enum Way {
        /** A one-time code. */
        OTP(EventType.REGISTER_OTP, EventType.LOGIN_OTP),
        /** A magic link. */
        MAGIC_LINK(EventType.REGISTER_MAGIC_LINK, EventType.LOGIN_MAGIC_LINK);

        private final EventType toRegister;
        private final EventType toLogin;

        Way(EventType toRegister, EventType toLogin) {
            this.toRegister = toRegister;
            this.toLogin = toLogin;
        }
    }
}
