package io.github.passage4j.core.management;

import java.util.List;
import java.util.stream.Stream;

/**
 * The users of the Passage app, as the Management API shows them. Inject it:
 *
 * <pre>{@code
 * @Inject PassageUsers passageUsers;
 * …
 * String email = passageUsers.get(caller.passageId()).email();
 * }</pre>
 *
 * <p>Every method throws {@link PassageApiException} when Passage refuses (401 for a wrong API key, 404 for an unknown user) or gives no usable
 * answer within three seconds, and {@link IllegalArgumentException}, without sending anything, when an id is blank. Thread-safe.
 */
public interface PassageUsers {

    /**
     * What Passage knows of one user: {@code GET /users/{id}}. The answer may be up to three seconds old, unless the
     * user was changed through this very client.
     *
     * @param passageId Passage user id, not blank
     */
    PassageUser get(String passageId);

    /**
     * The user with this e-mail address or phone number.
     *
     * @param identifier whole, in any case
     * @throws PassageApiException with status 404 and code {@code user_not_found} when there is none
     */
    PassageUser getByIdentifier(String identifier);

    /**
     * The users that the query asks for, one after the other. Pages are fetched while the stream is read; users who sign up meanwhile are left
     * out.
     */
    Stream<PassageUser> list(UserQuery query);

    /**
     * One page of them: {@code GET /users}.
     *
     * @param number from 1
     */
    UserPage page(UserQuery query, int number);

    /**
     * Makes a user: {@code POST /users}. Never tried twice.
     *
     * @throws IllegalArgumentException when neither e-mail nor phone is given
     */
    PassageUser create(UserFields fields);

    /** Changes what is given and nothing else: {@code PATCH /users/{id}}. Never tried twice. */
    PassageUser update(String passageId, UserFields fields);

    /** Lets the user sign in (again): {@code PATCH /users/{id}/activate}. */
    PassageUser activate(String passageId);

    /** Keeps the user from signing in: {@code PATCH /users/{id}/deactivate}. Tokens that the user has stay valid until they expire. */
    PassageUser deactivate(String passageId);

    /** Removes the user: {@code DELETE /users/{id}}. */
    void delete(String passageId);

    /** The user's passkeys: {@code GET /users/{id}/devices}. */
    List<Device> listDevices(String passageId);

    /** Removes a passkey: {@code DELETE /users/{id}/devices/{device}}. */
    void revokeDevice(String passageId, String deviceId);

    /** Ends all sessions that are kept by a refresh token: {@code DELETE /users/{id}/tokens}. Auth tokens stay valid until they expire. */
    void revokeRefreshTokens(String passageId);
}
