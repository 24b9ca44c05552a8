package io.github.passage4j.core.user;

import java.util.Optional;

/** The stored users of the app. */
public interface Users {

    /** The row of this Passage user, as it is in the database now. */
    Optional<User> findByPassageId(String passageId);

    /**
     * Stores a new row, in a transaction of its own, so that a refusal spoils nothing else.
     *
     * @return the stored row
     * @throws UserExistsException when the Passage user has a row already
     */
    User add(User user);
}
