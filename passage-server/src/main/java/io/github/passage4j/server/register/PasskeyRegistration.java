package io.github.passage4j.server.register;

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
import io.github.passage4j.server.token.AuthResult;
import io.github.passage4j.server.users.Identifier;
import io.github.passage4j.server.users.User;
import io.github.passage4j.server.users.UserRefusals;
import io.github.passage4j.server.users.UserView;
import io.github.passage4j.server.users.Users;
import io.github.passage4j.server.webauthn.CeremonyException;
import io.github.passage4j.server.webauthn.CeremonyException.Reason;
import io.github.passage4j.server.webauthn.RegistrationResponse;
import io.github.passage4j.server.webauthn.RelyingParty;
import io.github.passage4j.server.webauthn.VerifiedRegistration;
import io.github.passage4j.server.wire.ErrorCode;
import io.github.passage4j.server.wire.PassageException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The registration ceremony of a pending account. */
@ApplicationScoped
public class PasskeyRegistration {

    private Users users;
    private Credentials credentials;
    private Handshakes handshakes;
    private RelyingParty relyingParty;
    private PasskeyEnrolment enrolment;
    private RefusedCeremonies refusals;

    /** For the CDI proxy. */
    @SuppressWarnings("NullAway.Init")
    protected PasskeyRegistration() {}

    /** Makes the service. */
    @Inject
    public PasskeyRegistration(
            Users users,
            Credentials credentials,
            Handshakes handshakes,
            RelyingParty relyingParty,
            PasskeyEnrolment enrolment,
            RefusedCeremonies refusals) {
        this.users = users;
        this.credentials = credentials;
        this.handshakes = handshakes;
        this.relyingParty = relyingParty;
        this.enrolment = enrolment;
        this.refusals = refusals;
    }

    /**
     * Begins the ceremony.
     *
     * @throws PassageException 404 when nobody signed up with the identifier, 400 when the account is active already, 403
     *     when it is deactivated
     */
    public Started start(App app, Identifier identifier, AuthenticatorAttachment attachment) {
        app.requirePasskeys();
        User user = users.find(app.id(), identifier).orElseThrow(UserRefusals::unknown);
        user.requirePending();
        requireVerified(app);
        List<Credential> present = credentials.ofUser(user.id());
        Handshake handshake = handshakes.begin(app, Handshake.Purpose.REGISTER, user.id());
        CreationOptions options = CreationOptions.of(app, handshake, user.id(), user.identifier(), present, attachment);
        return new Started(HandshakeView.of(handshake, options), UserView.of(user, present));
    }

    /**
     * Finishes the ceremony and signs the user in.
     *
     * @param userId user whom the caller names; null when it names none
     * @throws PassageException 400 when the ceremony fails or the account is active already
     */
    public AuthResult finish(
            App app, String handshakeId, @Nullable String userId, RegistrationResponse response, String friendlyName) {
        try {
            Handshake handshake = handshakes.take(app, Handshake.Purpose.REGISTER, handshakeId, userId);
            VerifiedRegistration registration = relyingParty.verifyRegistration(response, handshake.expectation(app));
            String owner = handshake.userId().orElseThrow();
            return enrol(app, owner, registration, friendlyName);
        } catch (CeremonyException e) {
            throw refusals.answer(app, Handshake.Purpose.REGISTER, e, ErrorCode.INVALID_REQUEST);
        }
    }

    private AuthResult enrol(App app, String userId, VerifiedRegistration registration, String friendlyName) {
        try {
            return enrolment.enrol(app, userId, registration, friendlyName);
        } catch (CredentialExistsException e) {
            throw new CeremonyException(Reason.CREDENTIAL_ALREADY_REGISTERED);
        }
    }

    /** A pending account is never verified: a message that verifies signs in, and that makes it active. */
    private static void requireVerified(App app) {
        if (app.requiresIdentifierVerification()) {
            throw new PassageException(
                    ErrorCode.IDENTIFIER_NOT_VERIFIED, "identifier: must be verified by a code or link first.");
        }
    }

    /** What a start call answers. */
    public record Started(HandshakeView<CreationOptions> handshake, UserView user) {}
}
