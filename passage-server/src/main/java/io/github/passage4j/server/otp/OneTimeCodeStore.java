package io.github.passage4j.server.otp;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where codes wait. Changes to a code that was found inside a transaction are stored with it. */
interface OneTimeCodeStore {

    /** Keeps a code. */
    void add(OneTimeCode code);

    /** Finds a code of an app, and lets no other transaction try it until this one ends. */
    Optional<OneTimeCode> lock(String appId, String id);

    /** Drops a code that was found in this transaction. */
    void remove(OneTimeCode code);

    /** Ids of the codes of a user, newest first. */
    List<String> ofUser(String appId, String userId);

    /** Drops those that expired at an instant or before, in a transaction of its own. */
    void purge(Instant before);
}
