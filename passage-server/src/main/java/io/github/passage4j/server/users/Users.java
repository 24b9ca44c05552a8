package io.github.passage4j.server.users;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The accounts of all apps. Changes to an account that was found inside a transaction are stored with it. */
public interface Users {

    /**
     * Stores a new account now.
     *
     * @throws UserExistsException when the app has an account with one of its identifiers; the transaction can only be
     *     rolled back then
     */
    void add(User user);

    /**
     * Stores the changes to an account now rather than later.
     *
     * @throws UserExistsException when the app has another account with one of its identifiers; the transaction can only
     *     be rolled back then
     */
    void save(User user);

    /** Removes an account that nothing belongs to any more. */
    void remove(User user);

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

    /** A page of the accounts that a query asks for. */
    List<User> list(UserQuery query, int offset, int limit);

    /**
     * Some accounts of an app, by their ids: whoever goes on after the last one meets each account once, whatever comes and goes
     * meanwhile.
     *
     * @param id the last one before them; "" for the first ones
     */
    List<User> after(String appId, String id, int limit);

    /** Number of the accounts that a query asks for. */
    long count(UserQuery query);
}
