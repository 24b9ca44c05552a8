package io.github.passage4j.server.testing;

import io.github.passage4j.server.RandomIds;
import io.github.passage4j.server.apps.App;
import io.github.passage4j.server.audit.AccountEvent;
import io.github.passage4j.server.audit.AuditTrail;
import io.github.passage4j.server.audit.MapUserEvents;
import io.github.passage4j.server.client.CurrentClient;
import io.github.passage4j.server.config.ServerConfig;
import io.github.passage4j.server.config.ServerKey;
import io.github.passage4j.server.credential.Credential;
import io.github.passage4j.server.handshake.AuthenticatorAttachment;
import io.github.passage4j.server.handshake.CeremonyRefused;
import io.github.passage4j.server.handshake.Handshakes;
import io.github.passage4j.server.handshake.MapHandshakeStore;
import io.github.passage4j.server.handshake.RefusedCeremonies;
import io.github.passage4j.server.jwks.SigningKeys;
import io.github.passage4j.server.jwks.TestSigningKeys;
import io.github.passage4j.server.login.PasskeyLogin;
import io.github.passage4j.server.login.PasskeySignIn;
import io.github.passage4j.server.message.Addressees;
import io.github.passage4j.server.message.MessageSignIn;
import io.github.passage4j.server.message.OwnerProved;
import io.github.passage4j.server.register.PasskeyEnrolment;
import io.github.passage4j.server.register.PasskeyRegistration;
import io.github.passage4j.server.strict.StrictMode;
import io.github.passage4j.server.token.AuthResult;
import io.github.passage4j.server.token.SignInCheck;
import io.github.passage4j.server.token.TestTokens;
import io.github.passage4j.server.token.TokenVerifier;
import io.github.passage4j.server.users.EmailAddress;
import io.github.passage4j.server.users.Identifier;
import io.github.passage4j.server.users.ManagedUsers;
import io.github.passage4j.server.users.NewUsers;
import io.github.passage4j.server.users.SignUp;
import io.github.passage4j.server.users.User;
import io.github.passage4j.server.webauthn.Bytes;
import io.github.passage4j.server.webauthn.Challenge;
import io.github.passage4j.server.webauthn.Expectation;
import io.github.passage4j.server.webauthn.RelyingParty;
import io.github.passage4j.server.webauthn.VerifiedRegistration;
import io.github.passage4j.server.webauthn.WebAuthn4JRelyingParty;
import jakarta.enterprise.event.Event;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Both ceremonies with everything real but the database and the clock. */
public final class CeremonyFixture {

    /** An address. */
    public static final EmailAddress ADA = EmailAddress.parse("ada@example.org");

    /** Another one. */
    public static final EmailAddress EVE = EmailAddress.parse("eve@example.org");

    /** The app. */
    public final App app = Samples.app();

    /** Moves on demand. */
    public final MutableClock clock = new MutableClock();

    /** The accounts. */
    public final MapUsers users = new MapUsers();

    /** What happened to them. */
    public final MapUserEvents userEvents = new MapUserEvents();

    /** Who asks. */
    public final CurrentClient client = new CurrentClient();

    /** Tells what happens. */
    public final Event<AccountEvent> events;

    /** Whether answers are alike for all identifiers. */
    public final StrictMode strict;

    /** Passkeys that were refused, in order. */
    public final List<CeremonyRefused> refused = new ArrayList<>();

    /** Refuses them. */
    public final RefusedCeremonies refusals = new RefusedCeremonies(new DirectEvent<>(refused::add));

    /** Messages that were sent. */
    public final TestMessages messages = new TestMessages(clock);

    /** Adds accounts. */
    public final NewUsers newUsers;

    /** The passkeys. */
    public final MapCredentials credentials = new MapCredentials();

    /** Verifies. */
    public final RelyingParty relyingParty;

    /** Makes pending accounts. */
    public final SignUp signUp;

    /** Registers. */
    public final PasskeyRegistration registration;

    /** Signs in. */
    public final PasskeyLogin login;

    /** Ceremonies under way. */
    public final Handshakes handshakes;

    /** Signs them. */
    public final SigningKeys keys;

    /** Makes tokens. */
    public final TestTokens tokens;

    /** Finds who asks for a message. */
    public final Addressees addressees;

    /** Signs in who answers a message. */
    public final MessageSignIn messageSignIn;

    /** The accounts as a server with an API key has them. */
    public final ManagedUsers managedUsers;

    /** Checks tokens. */
    public final TokenVerifier verifier;

    /** Checks them where none is asked for. */
    public final SignInCheck signInCheck;

    /** Who hears that an owner showed up. */
    public final List<Consumer<OwnerProved>> proofs = new ArrayList<>();

    /** Makes the fixture, with secrets in a directory. */
    public CeremonyFixture(Path directory) {
        this(directory, "off");
    }

    /** The same with strict mode on or off. */
    public CeremonyFixture(Path directory, String strictMode) {
        this(directory, strictMode, new WebAuthn4JRelyingParty());
    }

    /** The same that trusts a maker of authenticators. */
    public CeremonyFixture(Path directory, TestMaker maker) {
        this(directory, "off", new WebAuthn4JRelyingParty(List.of(maker.root())));
    }

    private CeremonyFixture(Path directory, String strictMode, RelyingParty relyingParty) {
        this.relyingParty = relyingParty;
        SecureRandom random = new SecureRandom();
        ServerConfig config = Samples.config(directory);
        strict = new StrictMode(strictMode, ServerKey.open(config, random));
        keys = TestSigningKeys.with(app.id(), config, clock);
        events = new DirectEvent<>(new AuditTrail(userEvents, client, clock, random)::record);
        newUsers = new NewUsers(users, events);
        tokens = new TestTokens(keys, config, events, client, clock);
        handshakes = new Handshakes(new MapHandshakeStore(), clock, random);
        addressees = new Addressees(users, messages.messenger, Samples.noLimits(), strict);
        messageSignIn = new MessageSignIn(
                users,
                credentials,
                tokens.refreshTokens,
                tokens.results,
                events,
                new DirectEvent<>(proof -> proofs.forEach(observer -> observer.accept(proof))),
                clock);
        managedUsers =
                new ManagedUsers(users, newUsers, credentials, tokens.refreshTokens, userEvents, events, clock, random);
        signUp = new SignUp(users, newUsers, clock, random);
        verifier = new TokenVerifier(keys, config, clock);
        signInCheck = new SignInCheck(verifier, tokens.refreshTokens);
        registration = new PasskeyRegistration(
                users,
                credentials,
                handshakes,
                relyingParty,
                new PasskeyEnrolment(users, credentials, tokens.results, events, clock, random),
                refusals);
        login = new PasskeyLogin(
                users,
                credentials,
                handshakes,
                new PasskeySignIn(users, credentials, relyingParty, tokens.results, events, clock),
                strict,
                refusals,
                events);
    }

    /** Signs up. */
    public User pending(Identifier identifier) {
        return signUp.start(app, identifier, null);
    }

    /** Signs up and registers a passkey. */
    public User registered(Identifier identifier, SoftwareAuthenticator authenticator) {
        User user = pending(identifier);
        PasskeyRegistration.Started started = start(identifier);
        finish(started, authenticator);
        return user;
    }

    /** Gives an account another passkey, as its owner does who is signed in. */
    public void added(User user, SoftwareAuthenticator authenticator) {
        Challenge challenge = Challenge.random(new SecureRandom());
        VerifiedRegistration made = relyingParty.verifyRegistration(
                authenticator.register(challenge),
                new Expectation(challenge, app.authOrigin(), app.rpId(), app.attestation()));
        credentials.add(new Credential(
                RandomIds.next(new SecureRandom()), app.id(), user.id(), made, "Another", clock.instant()));
    }

    /** Begins a registration. */
    public PasskeyRegistration.Started start(Identifier identifier) {
        return registration.start(app, identifier, AuthenticatorAttachment.ANY);
    }

    /** Finishes a registration. */
    public AuthResult finish(PasskeyRegistration.Started started, SoftwareAuthenticator authenticator) {
        return registration.finish(
                app,
                started.handshake().id(),
                started.user().id(),
                authenticator.register(challenge(started)),
                "Chrome on Linux");
    }

    /** Signs in with whatever passkey the authenticator has. */
    public AuthResult signIn(SoftwareAuthenticator authenticator) {
        return signIn(authenticator, Optional.empty());
    }

    /** The same with a user handle that the authenticator tells. */
    public AuthResult signIn(SoftwareAuthenticator authenticator, Optional<Bytes> userHandle) {
        PasskeyLogin.Started started = login.start(app);
        return login.finish(app, started.handshake().id(), null, authenticator.sign(challenge(started)), userHandle);
    }

    /** The challenge of a registration. */
    public static Challenge challenge(PasskeyRegistration.Started started) {
        return new Challenge(
                Bytes.ofBase64Url(started.handshake().challenge().publicKey().challenge()));
    }

    /** The challenge of a login. */
    public static Challenge challenge(PasskeyLogin.Started started) {
        return new Challenge(
                Bytes.ofBase64Url(started.handshake().challenge().publicKey().challenge()));
    }
}
