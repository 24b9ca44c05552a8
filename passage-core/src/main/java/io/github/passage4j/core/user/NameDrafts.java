package io.github.passage4j.core.user;

import java.time.Duration;
import java.util.Optional;

/**
 * Names that were typed at the beginning of a registration, kept until its end: that may come in another tab, on another device, or never. Each
 * is kept for {@link #LIFE}.
 *
 * <p>Anybody may keep any name for any address: it is a suggestion for somebody who has no name yet, who sees it and may change it, and is good
 * for nothing else.
 *
 * <p>Addresses are stored as a MAC under the app's API key only. Another key makes the drafts of the last day lost; without a key none are kept.
 */
public interface NameDrafts {

    /** How long a draft is kept: longer than any link or code of a registration lives. */
    Duration LIFE = Duration.ofDays(1);

    /**
     * Keeps a name, in the place of one that was kept for the same address.
     *
     * @param identifier e-mail address or phone number, in any case
     * @param name as typed
     * @throws InvalidNameException when the name breaks a rule of {@link DisplayName}
     */
    void keep(String identifier, String name);

    /**
     * Gives a row that has no name the one that was kept for its address, once.
     *
     * @param row as it is stored
     * @param identifier what Passage says that the user's e-mail address or phone number is; blank when there is none
     * @return the name of the row; empty when it has none and none was kept
     */
    Optional<String> complete(User row, String identifier);
}
