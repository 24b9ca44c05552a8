package io.github.passage4j.server.currentuser;

import io.github.passage4j.server.apps.App;
import io.github.passage4j.server.credential.Credential;
import io.github.passage4j.server.credential.CredentialExistsException;
import io.github.passage4j.server.credential.Credentials;
import io.github.passage4j.server.handshake.AuthenticatorAttachment;
import io.github.passage4j.server.handshake.CreationOptions;
import io.github.passage4j.server.handshake.Handshake;
import io.github.passage4j.server.handshake.HandshakeView;
import io.github.passage4j.server.handshake.Handshakes;
import io.github.passage4j.server.handshake.RefusedCeremonies;
import io.github.passage4j.server.users.User;
import io.github.passage4j.server.users.UserView;
import io.github.passage4j.server.webauthn.CeremonyException;
import io.github.passage4j.server.webauthn.CeremonyException.Reason;
import io.github.passage4j.server.webauthn.RegistrationResponse;
import io.github.passage4j.server.webauthn.RelyingParty;
import io.github.passage4j.server.wire.ErrorCode;
import io.github.passage4j.server.wire.PassageException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** The registration ceremony of a further passkey, for somebody who is signed in. */
@ApplicationScoped
public class PasskeyAddition {

    private Credentials credentials;
    private Handshakes handshakes;
    private RelyingParty relyingParty;
    private OwnDevices devices;
    private RefusedCeremonies refusals;

    /** For the CDI proxy. */
    @SuppressWarnings("NullAway.Init")
    protected PasskeyAddition() {}

    /** Makes the service. */
    @Inject
    public PasskeyAddition(
            Credentials credentials,
            Handshakes handshakes,
            RelyingParty relyingParty,
            OwnDevices devices,
            RefusedCeremonies refusals) {
        this.credentials = credentials;
        this.handshakes = handshakes;
        this.relyingParty = relyingParty;
        this.devices = devices;
        this.refusals = refusals;
    }

    /**
     * Begins the ceremony.
     *
     * @throws PassageException 403 when the app has no passkeys, 400 when the account has too many
     */
    public Started start(App app, User user, AuthenticatorAttachment attachment) {
        app.requirePasskeys();
        List<Credential> present = credentials.ofUser(user.id());
        OwnDevices.requireRoom(present);
        Handshake handshake = handshakes.begin(app, Handshake.Purpose.ADD_DEVICE, user.id());
        CreationOptions options = CreationOptions.of(app, handshake, user.id(), user.identifier(), present, attachment);
        return new Started(HandshakeView.of(handshake, options), UserView.of(user, present));
    }

    /**
     * Finishes the ceremony.
     *
     * @param user the caller, for whom it must have been begun
     * @throws PassageException 400 when it fails
     */
    public Credential finish(
            App app, User user, String handshakeId, RegistrationResponse response, String friendlyName) {
        try {
            Handshake handshake = handshakes.take(app, Handshake.Purpose.ADD_DEVICE, handshakeId, user.id());
            return devices.add(
                    app,
                    user.id(),
                    relyingParty.verifyRegistration(response, handshake.expectation(app)),
                    friendlyName);
        } catch (CredentialExistsException e) {
            throw refused(app, new CeremonyException(Reason.CREDENTIAL_ALREADY_REGISTERED));
        } catch (CeremonyException e) {
            throw refused(app, e);
        }
    }

    private PassageException refused(App app, CeremonyException refusal) {
        return refusals.answer(app, Handshake.Purpose.ADD_DEVICE, refusal, ErrorCode.INVALID_REQUEST);
    }

    /** What a start call answers. */
    public record Started(HandshakeView<CreationOptions> handshake, UserView user) {}
}
