package io.github.passage4j.server.token;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where families and their tokens are kept. Changes to what was found inside a transaction are stored with it. */
interface RefreshTokenStore {

    /** Keeps a new family. */
    void add(RefreshFamily family);

    /** Keeps a new token of a family. */
    void add(RefreshToken token);

    /** Finds a family, and lets no other transaction change it or its tokens until this one ends. */
    Optional<RefreshFamily> lock(String familyId);

    /** Finds a family, to look at it only. */
    Optional<RefreshFamily> family(String familyId);

    /** Finds a token by its hash. */
    Optional<RefreshToken> find(String hash);

    /** Drops a token. */
    void remove(RefreshToken token);

    /** Drops a family that has no tokens any more. */
    void remove(RefreshFamily family);

    /** Ids of the families of a user, in order. */
    List<String> ofUser(String appId, String userId);

    /**
     * Families of a user that have not ended at an instant, to look at them only, those used last first.
     *
     * @param most so many at most
     */
    List<RefreshFamily> alive(String appId, String userId, Instant now, int most);

    /** Ids of some families that ended at an instant or before, in order. */
    List<String> ended(Instant now);
}
