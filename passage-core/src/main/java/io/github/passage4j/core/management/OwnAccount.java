package io.github.passage4j.core.management;

import io.github.passage4j.core.config.Secret;
import jakarta.json.JsonObject;
import java.util.List;

/**
 * What users may see and change of their own account, in their own name: the Auth API under {@code /currentuser}. It keeps the rules that the
 * Management API leaves to the app, such as that the last way in stays.
 *
 * <pre>{@code
 * @Inject OwnAccount account;
 * …
 * account.renamePasskey(caller.token(), deviceId, "Laptop");
 * }</pre>
 *
 * <p>Every method takes the caller's auth token ({@link io.github.passage4j.core.authentication.PassageCallerPrincipal#token}) and throws
 * {@link PassageApiException} when Passage refuses or gives no usable answer. Changes are never tried twice. Thread-safe.
 */
public interface OwnAccount {

    /** The account as it is now, with its passkeys; without recent events. */
    PassageUser get(Secret token);

    /**
     * Has Passage send a link to a new address, which takes the place of the present one when the link is opened.
     *
     * @param email the new address
     * @param language of the message, such as {@code de}
     * @param redirectUrl path of the page that comes after the link
     * @throws PassageApiException with status 400 when it is no address, or somebody else's
     */
    void changeEmail(Secret token, String email, String language, String redirectUrl);

    /**
     * Replaces values of the fields that the app shows in the profile.
     *
     * @param values by name of the field; null takes one away
     * @throws PassageApiException with status 400 when a value is not of its field's type
     */
    void changeMetadata(Secret token, JsonObject values);

    /** Begins to add a passkey. The answer holds the options for the browser in {@code handshake.challenge.publicKey}. */
    JsonObject startPasskey(Secret token);

    /**
     * Finishes adding a passkey.
     *
     * @param answer {@code handshake_id}, {@code user_id} and {@code handshake_response}, as the browser gave it
     * @throws PassageApiException with status 400 when the ceremony fails
     */
    void finishPasskey(Secret token, JsonObject answer);

    /** Gives a passkey another name. */
    void renamePasskey(Secret token, String deviceId, String name);

    /**
     * Removes a passkey.
     *
     * @throws PassageApiException with status 403 when it is the only way to sign in
     */
    void removePasskey(Secret token, String deviceId);

    /**
     * Keeps the passkeys that were there before the caller's address was verified ({@link Device#isUnconfirmed}): they are the caller's.
     * {@code passage-server} knows them, the contract of Passage has no such call.
     */
    void confirmPasskeys(Secret token);

    /**
     * Where the caller is signed in, that used last first. {@code passage-server} knows, the contract of Passage has no such call.
     *
     * @return empty when the app keeps nobody signed in, or Passage does not know
     */
    List<OwnSession> sessions(Secret token);

    /**
     * Signs the caller out in one place. Passage takes its tokens no more; who verifies auth tokens without asking Passage takes the one that is
     * out until it expires.
     *
     * @throws PassageApiException with status 404 when the caller has no such session, or no more
     */
    void endSession(Secret token, String sessionId);
}
