package io.github.passage4j.server.register;

import io.github.passage4j.server.RandomIds;
import io.github.passage4j.server.apps.App;
import io.github.passage4j.server.audit.AccountEvent;
import io.github.passage4j.server.audit.EventType;
import io.github.passage4j.server.credential.Credential;
import io.github.passage4j.server.credential.Credentials;
import io.github.passage4j.server.token.AuthResult;
import io.github.passage4j.server.token.AuthResults;
import io.github.passage4j.server.users.User;
import io.github.passage4j.server.users.Users;
import io.github.passage4j.server.webauthn.VerifiedRegistration;
import io.github.passage4j.server.wire.ErrorCode;
import io.github.passage4j.server.wire.PassageException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;

/** What a verified registration changes, all of it or nothing: credential, account, token. */
@ApplicationScoped
public class PasskeyEnrolment {

    private Users users;
    private Credentials credentials;
    private AuthResults results;
    private Event<AccountEvent> events;
    private Clock clock;
    private SecureRandom random;

    /** For the CDI proxy. */
    @SuppressWarnings("NullAway.Init")
    protected PasskeyEnrolment() {}

    /** Makes the service. */
    @Inject
    public PasskeyEnrolment(
            Users users,
            Credentials credentials,
            AuthResults results,
            Event<AccountEvent> events,
            Clock clock,
            SecureRandom random) {
        this.users = users;
        this.credentials = credentials;
        this.results = results;
        this.events = events;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Gives a pending account its first passkey and signs it in.
     *
     * @param friendlyName first name of the passkey
     * @throws PassageException when the account is no longer pending: somebody else was first
     */
    @Transactional
    public AuthResult enrol(App app, String userId, VerifiedRegistration registration, String friendlyName) {
        User user = users.lock(app.id(), userId)
                .orElseThrow(() -> new PassageException(ErrorCode.INVALID_REQUEST, "user: does not exist."));
        user.requirePending();
        Instant now = clock.instant();
        credentials.add(new Credential(RandomIds.next(random), app.id(), userId, registration, friendlyName, now));
        user.recordLogin(now);
        events.fire(AccountEvent.completed(app.id(), userId, EventType.REGISTER_PASSKEY));
        return results.signIn(app, userId);
    }
}
