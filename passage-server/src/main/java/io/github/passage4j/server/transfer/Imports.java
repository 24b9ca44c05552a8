package io.github.passage4j.server.transfer;

import io.github.passage4j.server.RandomIds;
import io.github.passage4j.server.apps.App;
import io.github.passage4j.server.credential.Credential;
import io.github.passage4j.server.credential.CredentialExistsException;
import io.github.passage4j.server.credential.Credentials;
import io.github.passage4j.server.credential.FriendlyName;
import io.github.passage4j.server.users.EmailAddress;
import io.github.passage4j.server.users.Metadata;
import io.github.passage4j.server.users.PhoneNumber;
import io.github.passage4j.server.users.User;
import io.github.passage4j.server.users.UserExistsException;
import io.github.passage4j.server.users.UserStatus;
import io.github.passage4j.server.users.Users;
import io.github.passage4j.server.webauthn.Bytes;
import io.github.passage4j.server.webauthn.CeremonyException;
import io.github.passage4j.server.webauthn.CredentialRecord;
import io.github.passage4j.server.webauthn.RelyingParty;
import io.github.passage4j.server.wire.PassageException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes over users and passkeys, each in a transaction of its own. What is there stays as it is. */
@ApplicationScoped
public class Imports {

    private static final int LONGEST_CREDENTIAL_ID = 1023;

    /** WebAuthn Level 3 §4, user handle. */
    private static final int LONGEST_USER_HANDLE = 64;

    private static final Bytes NO_KEY = Bytes.of(new byte[0]);
    private static final String NO_AAGUID = "00000000-0000-0000-0000-000000000000";

    private Users users;
    private Credentials credentials;
    private RelyingParty relyingParty;
    private Clock clock;
    private SecureRandom random;

    /** For the CDI proxy. */
    @SuppressWarnings("NullAway.Init")
    protected Imports() {}

    /** Makes the service. */
    @Inject
    public Imports(Users users, Credentials credentials, RelyingParty relyingParty, Clock clock, SecureRandom random) {
        this.users = users;
        this.credentials = credentials;
        this.relyingParty = relyingParty;
        this.clock = clock;
        this.random = random;
    }

    /** What became of a record. */
    public enum Outcome {
        /** It is there now. */
        CREATED,
        /** A passkey was there without its public key, and has it now. */
        COMPLETED,
        /** It was there already; nothing changed. */
        PRESENT;

        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Takes over a user with the same id.
     *
     * @throws PassageException 400 with the name of what is missing, wrong, or somebody else's
     */
    public Outcome user(App app, UserRecord given) {
        String id = required("id", given.id());
        if (!RandomIds.isId(id)) {
            throw PassageException.invalid("id", "must be 24 characters [0-9A-Za-z]");
        }
        if (users.find(app.id(), id).isPresent()) {
            return Outcome.PRESENT;
        }
        User user = User.restored(
                id,
                app.id(),
                given(given.email())
                        .map(text -> EmailAddress.parse("email", text))
                        .orElse(null),
                Boolean.TRUE.equals(given.emailVerified()),
                given(given.phone())
                        .map(text -> PhoneNumber.parse("phone", text))
                        .orElse(null),
                Boolean.TRUE.equals(given.phoneVerified()),
                status(given.status()),
                Optional.ofNullable(given.loginCount())
                        .filter(count -> count > 0)
                        .orElse(0),
                Optional.ofNullable(given.userMetadata())
                        .map(values -> Metadata.merge(app, null, Metadata.typed(app, values)))
                        .orElse(null),
                instant("created_at", given.createdAt()).orElse(clock.instant()),
                instant("last_login_at", given.lastLoginAt())
                        .filter(time -> time.getEpochSecond() > 0)
                        .orElse(null),
                clock.instant());
        try {
            users.add(user);
            return Outcome.CREATED;
        } catch (UserExistsException e) {
            throw PassageException.invalid("user", "another one has this id, e-mail address or phone number");
        }
    }

    /**
     * Takes over a passkey of a user who is there. Without a public key it is only remembered, until its key comes.
     *
     * @throws PassageException 400 with the name of what is missing, wrong, or somebody else's
     */
    @Transactional(rollbackOn = PassageException.class)
    public Outcome passkey(App app, PasskeyRecord given) {
        String userId = required("user_id", given.userId());
        Bytes credentialId = bytes("credential_id", given.credentialId());
        if (credentialId.length() > LONGEST_CREDENTIAL_ID) {
            throw PassageException.invalid("credential_id", "must have at most 1023 bytes");
        }
        if (users.lock(app.id(), userId).isEmpty()) {
            throw PassageException.invalid("user_id", "there is no such user, import users first");
        }
        CredentialRecord passkey = record(credentialId, given);
        Optional<Credential> present = credentials.find(app.id(), credentialId);
        if (present.isPresent()) {
            return complete(present.get(), userId, passkey);
        }
        Set<String> transports = given.transports() == null ? Set.of() : Set.copyOf(given.transports());
        try {
            credentials.add(Credential.restored(
                    RandomIds.next(random),
                    app.id(),
                    userId,
                    passkey,
                    transports,
                    userHandle(given.userHandle()),
                    given(given.friendlyName()).map(FriendlyName::check).orElse("Passkey"),
                    instant("created_at", given.createdAt()).orElse(clock.instant()),
                    clock.instant()));
            return Outcome.CREATED;
        } catch (CredentialExistsException e) {
            throw PassageException.invalid("credential_id", "is that of another passkey");
        }
    }

    private Outcome complete(Credential present, String userId, CredentialRecord passkey) {
        if (!present.userId().equals(userId)) {
            throw PassageException.invalid("credential_id", "is that of another user's passkey");
        }
        if (present.hasPublicKey() || passkey.publicKey().equals(NO_KEY)) {
            return Outcome.PRESENT;
        }
        present.complete(passkey, clock.instant());
        return Outcome.COMPLETED;
    }

    private CredentialRecord record(Bytes credentialId, PasskeyRecord given) {
        return new CredentialRecord(
                credentialId,
                given(given.publicKey()).map(this::usable).orElse(NO_KEY),
                aaguid(given.aaguid()),
                Optional.ofNullable(given.signCount())
                        .filter(count -> count > 0)
                        .orElse(0L),
                Boolean.TRUE.equals(given.backupEligible()),
                Boolean.TRUE.equals(given.backupEligible()) && Boolean.TRUE.equals(given.backupState()));
    }

    private Bytes usable(String publicKey) {
        try {
            return relyingParty.checkPublicKey(bytes("public_key", publicKey));
        } catch (CeremonyException e) {
            throw PassageException.invalid("public_key", "must be a COSE key for ES256, EdDSA or RS256");
        }
    }

    private static UserStatus status(@Nullable String text) {
        try {
            return given(text)
                    .map(value -> UserStatus.valueOf(value.toUpperCase(Locale.ROOT)))
                    .orElse(UserStatus.ACTIVE);
        } catch (IllegalArgumentException e) {
            throw PassageException.invalid("status", "must be one of active, inactive, pending");
        }
    }

    private static String aaguid(@Nullable String text) {
        try {
            return given(text).map(UUID::fromString).map(UUID::toString).orElse(NO_AAGUID);
        } catch (IllegalArgumentException e) {
            throw PassageException.invalid("aaguid", "must be a UUID");
        }
    }

    private static Bytes bytes(String field, @Nullable String text) {
        try {
            return Bytes.ofBase64Url(required(field, text).replaceAll("=+$", ""));
        } catch (IllegalArgumentException e) {
            throw PassageException.invalid(field, "must be base64url");
        }
    }

    private static @Nullable Bytes userHandle(@Nullable String text) {
        if (given(text).isEmpty()) {
            return null;
        }
        Bytes handle = bytes("user_handle", text);
        if (handle.length() > LONGEST_USER_HANDLE) {
            throw PassageException.invalid("user_handle", "must have at most 64 bytes");
        }
        return handle;
    }

    private static Optional<Instant> instant(String field, @Nullable String text) {
        try {
            return given(text).map(value -> OffsetDateTime.parse(value).toInstant());
        } catch (DateTimeParseException e) {
            throw PassageException.invalid(field, "must be a time such as 2025-03-04T05:06:07Z");
        }
    }

    private static String required(String field, @Nullable String text) {
        return given(text).orElseThrow(() -> PassageException.invalid(field, "is required"));
    }

    private static Optional<String> given(@Nullable String text) {
        return Optional.ofNullable(text).map(String::strip).filter(value -> !value.isEmpty());
    }
}
