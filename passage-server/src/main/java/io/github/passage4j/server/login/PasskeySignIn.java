package io.github.passage4j.server.login;

import io.github.passage4j.server.apps.App;
import io.github.passage4j.server.audit.AccountEvent;
import io.github.passage4j.server.audit.EventType;
import io.github.passage4j.server.credential.Credential;
import io.github.passage4j.server.credential.Credentials;
import io.github.passage4j.server.handshake.CreationOptions;
import io.github.passage4j.server.handshake.Handshake;
import io.github.passage4j.server.token.AuthResult;
import io.github.passage4j.server.token.AuthResults;
import io.github.passage4j.server.users.User;
import io.github.passage4j.server.users.Users;
import io.github.passage4j.server.webauthn.AssertionResponse;
import io.github.passage4j.server.webauthn.Bytes;
import io.github.passage4j.server.webauthn.CeremonyException;
import io.github.passage4j.server.webauthn.CeremonyException.Reason;
import io.github.passage4j.server.webauthn.RelyingParty;
import io.github.passage4j.server.webauthn.VerifiedAssertion;
import io.github.passage4j.server.wire.PassageException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Verifies an assertion against the stored credential and records its use, in one transaction that holds the account,
 * so that two assertions can't both pass the counter check.
 */
@ApplicationScoped
public class PasskeySignIn {

    private Users users;
    private Credentials credentials;
    private RelyingParty relyingParty;
    private AuthResults results;
    private Event<AccountEvent> events;
    private Clock clock;

    /** For the CDI proxy. */
    @SuppressWarnings("NullAway.Init")
    protected PasskeySignIn() {}

    /** Makes the service. */
    @Inject
    public PasskeySignIn(
            Users users,
            Credentials credentials,
            RelyingParty relyingParty,
            AuthResults results,
            Event<AccountEvent> events,
            Clock clock) {
        this.users = users;
        this.credentials = credentials;
        this.relyingParty = relyingParty;
        this.results = results;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Signs in the owner of the credential.
     *
     * @param handshake consumed
     * @param userId user whom the finish call names; null when it names none
     * @param userHandle as the authenticator told it; empty when it told none
     * @throws CeremonyException when the assertion does not prove that the owner is there
     * @throws PassageException 403 when the account is deactivated
     */
    @Transactional
    public AuthResult signIn(
            App app,
            Handshake handshake,
            @Nullable String userId,
            AssertionResponse response,
            Optional<Bytes> userHandle) {
        User user = credentials
                .ownerOf(app.id(), response.credentialId())
                .flatMap(owner -> users.lock(app.id(), owner))
                .orElseThrow(() -> new CeremonyException(Reason.CREDENTIAL_UNKNOWN));
        Credential credential = credentials
                .find(app.id(), response.credentialId())
                .orElseThrow(() -> new CeremonyException(Reason.CREDENTIAL_UNKNOWN));
        checkOwner(credential, handshake.userId().or(() -> Optional.ofNullable(userId)), userHandle);
        checkUsable(credential);
        checkAllowed(credential, handshake);
        VerifiedAssertion assertion =
                relyingParty.verifyAssertion(response, credential.toRecord(), handshake.expectation(app));
        user.requireNotInactive();
        Instant now = clock.instant();
        credential.recordUse(assertion, now);
        user.recordLogin(now);
        events.fire(AccountEvent.completed(app.id(), user.id(), EventType.LOGIN_PASSKEY));
        return results.signIn(app, user.id());
    }

    /** Whoever was named at the start was offered the passkeys of that moment; nobody else was offered any. */
    private static void checkAllowed(Credential credential, Handshake handshake) {
        if (handshake.userId().isPresent() && credential.createdAt().isAfter(handshake.createdAt())) {
            throw new CeremonyException(Reason.CREDENTIAL_NOT_ALLOWED);
        }
    }

    private static void checkUsable(Credential credential) {
        if (!credential.hasPublicKey()) {
            throw new CeremonyException(Reason.PUBLIC_KEY_NOT_KNOWN);
        }
    }

    private static void checkOwner(Credential credential, Optional<String> named, Optional<Bytes> userHandle) {
        String owner = credential.userId();
        if (named.filter(user -> !user.equals(owner)).isPresent()) {
            throw new CeremonyException(Reason.CREDENTIAL_OF_ANOTHER_USER);
        }
        Bytes expected = credential.userHandle().orElseGet(() -> CreationOptions.userHandle(owner));
        if (userHandle.filter(told -> !told.equals(expected)).isPresent()) {
            throw new CeremonyException(Reason.USER_HANDLE_MISMATCH);
        }
    }
}
