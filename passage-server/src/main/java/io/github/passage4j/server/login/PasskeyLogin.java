package io.github.passage4j.server.login;

import io.github.passage4j.server.apps.App;
import io.github.passage4j.server.audit.AccountEvent;
import io.github.passage4j.server.audit.EventType;
import io.github.passage4j.server.credential.Credential;
import io.github.passage4j.server.credential.Credentials;
import io.github.passage4j.server.handshake.Handshake;
import io.github.passage4j.server.handshake.HandshakeView;
import io.github.passage4j.server.handshake.Handshakes;
import io.github.passage4j.server.handshake.RefusedCeremonies;
import io.github.passage4j.server.handshake.RequestOptions;
import io.github.passage4j.server.strict.StrictMode;
import io.github.passage4j.server.token.AuthResult;
import io.github.passage4j.server.users.Identifier;
import io.github.passage4j.server.users.User;
import io.github.passage4j.server.users.UserRefusals;
import io.github.passage4j.server.users.UserView;
import io.github.passage4j.server.users.Users;
import io.github.passage4j.server.webauthn.AssertionResponse;
import io.github.passage4j.server.webauthn.Bytes;
import io.github.passage4j.server.webauthn.CeremonyException;
import io.github.passage4j.server.wire.ErrorCode;
import io.github.passage4j.server.wire.PassageException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The authentication ceremony. */
@ApplicationScoped
public class PasskeyLogin {

    private Users users;
    private Credentials credentials;
    private Handshakes handshakes;
    private PasskeySignIn signIn;
    private StrictMode strict;
    private RefusedCeremonies refusals;
    private Event<AccountEvent> events;

    /** For the CDI proxy. */
    @SuppressWarnings("NullAway.Init")
    protected PasskeyLogin() {}

    /** Makes the service. */
    @Inject
    public PasskeyLogin(
            Users users,
            Credentials credentials,
            Handshakes handshakes,
            PasskeySignIn signIn,
            StrictMode strict,
            RefusedCeremonies refusals,
            Event<AccountEvent> events) {
        this.users = users;
        this.credentials = credentials;
        this.handshakes = handshakes;
        this.signIn = signIn;
        this.strict = strict;
        this.refusals = refusals;
        this.events = events;
    }

    /**
     * Begins the ceremony for a named user. In strict mode there always is one.
     *
     * @throws PassageException 404 for an unknown identifier, 403 for a deactivated account, 401 for one without passkeys
     */
    public Started start(App app, Identifier identifier) {
        app.requirePasskeys();
        try {
            return startForOwner(app, identifier);
        } catch (PassageException refusal) {
            if (strict.isOn()) {
                return startForNobody(app, identifier);
            }
            throw refusal;
        }
    }

    private Started startForOwner(App app, Identifier identifier) {
        User user = users.find(app.id(), identifier).orElseThrow(UserRefusals::unknown);
        user.requireNotInactive();
        List<Credential> passkeys = credentials.ofUser(user.id());
        if (passkeys.isEmpty()) {
            // An empty list would let the browser offer the passkeys of others
            throw new PassageException(ErrorCode.WEBAUTHN_LOGIN_FAILED, "user: has no passkeys.");
        }
        Handshake handshake = handshakes.begin(app, Handshake.Purpose.LOGIN, user.id());
        return new Started(
                HandshakeView.of(handshake, RequestOptions.forUser(app, handshake, passkeys)),
                UserView.of(user, passkeys));
    }

    /** Begins a ceremony that nobody can finish, which looks like any other. */
    private Started startForNobody(App app, Identifier identifier) {
        String userId = strict.userId(app.id(), identifier.value());
        Handshake handshake = handshakes.begin(app, Handshake.Purpose.LOGIN, userId);
        RequestOptions options =
                RequestOptions.forNobody(app, handshake, strict.credentialId(app.id(), identifier.value()));
        return new Started(HandshakeView.of(handshake, options), UserView.decoy(userId, identifier));
    }

    /** Begins the ceremony for whoever will pick a passkey. */
    public Started start(App app) {
        app.requirePasskeys();
        Handshake handshake = handshakes.begin(app, Handshake.Purpose.LOGIN, null);
        return new Started(HandshakeView.of(handshake, RequestOptions.discoverable(app, handshake)), null);
    }

    /**
     * Finishes the ceremony.
     *
     * @param userId user whom the caller names; null when it names none
     * @param userHandle as the authenticator told it; empty when it told none
     * @throws PassageException 401 when the ceremony fails, 403 when the account is deactivated
     */
    public AuthResult finish(
            App app,
            String handshakeId,
            @Nullable String userId,
            AssertionResponse response,
            Optional<Bytes> userHandle) {
        try {
            Handshake handshake = handshakes.take(app, Handshake.Purpose.LOGIN, handshakeId, userId);
            return finish(app, handshake, userId, response, userHandle);
        } catch (CeremonyException e) {
            ErrorCode code = userId == null ? ErrorCode.DISCOVERABLE_LOGIN_FAILED : ErrorCode.WEBAUTHN_LOGIN_FAILED;
            throw refusals.answer(app, Handshake.Purpose.LOGIN, e, code);
        }
    }

    private AuthResult finish(
            App app,
            Handshake handshake,
            @Nullable String userId,
            AssertionResponse response,
            Optional<Bytes> userHandle) {
        try {
            return signIn.signIn(app, handshake, userId, response, userHandle);
        } catch (CeremonyException | PassageException e) {
            handshake
                    .userId()
                    .or(() -> credentials.ownerOf(app.id(), response.credentialId()))
                    .filter(user -> users.find(app.id(), user).isPresent())
                    .ifPresent(user -> events.fire(AccountEvent.refused(app.id(), user, EventType.LOGIN_PASSKEY)));
            throw e;
        }
    }

    /** What a start call answers; {@code user} is absent when nobody was named. */
    public record Started(
            HandshakeView<RequestOptions> handshake,
            @Nullable UserView user) {}
}
