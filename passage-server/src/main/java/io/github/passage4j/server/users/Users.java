package io.github.passage4j.server.users;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The accounts of all apps. Changes to an account that was found inside a transaction are stored with it. */
public interface Users {

    /**
     * Stores a new account, in a transaction of its own.
     *
     * @throws UserExistsException when the app has an account with this identifier
     */
    void add(User user);

    /** Finds an account by its id. */
    Optional<User> find(String appId, String id);

    /** Finds an account by its identifier, which must match exactly. */
    Optional<User> find(String appId, Identifier identifier);

    /** Finds an account by its id, and lets no other transaction change it until this one ends. */
    Optional<User> lock(String appId, String id);

    /**
     * Takes over metadata into an account that is still pending; any other account stays as it is.
     *
     * @return the account
     */
    Optional<User> describePending(String appId, String id, JsonObject metadata, Instant now);

    /** A page of the accounts that a filter lets through, newest first. */
    List<User> list(Filter filter, int offset, int limit);

    /** Number of the accounts that a filter lets through. */
    long count(Filter filter);

    /**
     * Which accounts to list.
     *
     * @param appId of this app
     * @param createdBefore made before this
     * @param email with exactly this address; null for any
     */
    record Filter(
            String appId, Instant createdBefore, @Nullable String email) {}
}
