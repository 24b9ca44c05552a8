package io.github.passage4j.server.users;

import io.github.passage4j.server.apps.AllowedIdentifier;
import io.github.passage4j.server.apps.App;
import io.github.passage4j.server.wire.PassageException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a person signs up and in with. Two that name the same account are equal. */
public sealed interface Identifier permits EmailAddress, PhoneNumber {

    /** The one form in which it is stored and compared. */
    String value();

    /**
     * Reads what a request calls {@code identifier}.
     *
     * @throws PassageException 400 when it is missing, or none that the app allows
     */
    static Identifier parse(App app, @Nullable String text) {
        return switch (app.allowedIdentifier()) {
            case EMAIL -> EmailAddress.parse(text);
            case PHONE -> PhoneNumber.parse(FIELD, text);
            case BOTH -> text == null || text.indexOf('@') >= 0 ? EmailAddress.parse(text) : phoneOrNeither(text);
        };
    }

    private static PhoneNumber phoneOrNeither(String text) {
        if (text.isBlank()) {
            throw PassageException.invalid(FIELD, "is required");
        }
        return PhoneNumber.find(text)
                .orElseThrow(() -> PassageException.invalid(
                        FIELD, "must be an e-mail address, or a phone number such as +491701234567"));
    }

    /**
     * What {@link #value} stands for.
     *
     * @return empty for ""
     */
    static Optional<Identifier> ofValue(String value) {
        if (value.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(value.indexOf('@') >= 0 ? new EmailAddress(value) : new PhoneNumber(value));
    }

    /**
     * Lets only identifiers pass that the app allows to sign in with.
     *
     * @param field where it was given
     * @throws PassageException 400 for another kind
     */
    default void requireAllowed(App app, String field) {
        AllowedIdentifier other = this instanceof EmailAddress ? AllowedIdentifier.PHONE : AllowedIdentifier.EMAIL;
        if (app.allowedIdentifier() == other) {
            throw PassageException.invalid(field, "is of a kind that this app does not use");
        }
    }

    /** Where a request names it. */
    String FIELD = "identifier";
}
