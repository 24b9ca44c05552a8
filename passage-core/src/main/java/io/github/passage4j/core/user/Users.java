package io.github.passage4j.core.user;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The stored users of the app. Each change is a transaction of its own, so that what was refused spoils nothing else, and what was
 * answered is stored.
 */
public interface Users {

    /** The row of this Passage user, as it is in the database now. */
    Optional<User> findByPassageId(String passageId);

    /**
     * Stores a new row.
     *
     * @return the stored row
     * @throws UserExistsException when the Passage user has a row already
     */
    User add(User user);

    /** How often a change without an expected version is tried: of many at the same moment, one gets through in each round. */
    int ROUNDS = 20;

    /**
     * Gives the user another name, or none, whoever changes the row at the same moment: the last writer wins.
     *
     * @param passageId Passage user id
     * @param name as typed; {@code null} takes the name away
     * @return the row as it is stored now; empty when the Passage user has none
     * @throws InvalidNameException when the name breaks a rule of {@link DisplayName}
     * @throws UserChangedException when others were first in each of {@link #ROUNDS} rounds
     */
    default Optional<User> rename(String passageId, @Nullable String name) {
        for (int round = 1; ; round++) {
            try {
                return rename(passageId, name, null);
            } catch (UserChangedException e) {
                if (round == ROUNDS) {
                    throw e;
                }
            }
        }
    }

    /**
     * Gives the user another name, or none. The same name again changes nothing, also not the version.
     *
     * @param passageId Passage user id
     * @param name as typed; {@code null} takes the name away
     * @param expectedVersion the {@link User#version() version} that is to be changed, {@code null} for whatever is there
     * @return the row as it is stored now; empty when the Passage user has none
     * @throws InvalidNameException when the name breaks a rule of {@link DisplayName}
     * @throws UserChangedException when the row is in another version, or changes at the same moment: of several changes of one version one
     *     wins
     */
    Optional<User> rename(String passageId, @Nullable String name, @Nullable Long expectedVersion);

    /**
     * Removes the row of this Passage user.
     *
     * @return {@code false} when there was none
     */
    boolean remove(String passageId);

    /**
     * Removes the row of this Passage user if nobody has changed it.
     *
     * @param passageId Passage user id
     * @param expectedVersion the {@link User#version() version} that is to be removed
     * @return {@code false} when there was none
     * @throws UserChangedException when the row is in another version
     */
    boolean remove(String passageId, long expectedVersion);
}
