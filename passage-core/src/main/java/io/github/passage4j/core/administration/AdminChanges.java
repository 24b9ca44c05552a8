package io.github.passage4j.core.administration;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The record of changes. It only grows. */
public interface AdminChanges {

    /**
     * Records that a change is begun, before it is.
     *
     * @param passkeyName what the owner calls the passkey that is to be revoked, {@code null} if not known
     * @throws ChangeExistsException when a change with this id is recorded already, also by somebody at the same moment
     */
    void begin(ChangeRequest request, @Nullable String passkeyName, Instant now);

    /** Records what became of a change that was begun. */
    void end(UUID id, Outcome outcome, Instant now);

    /** The change with this id. */
    Optional<AdminChange> find(UUID id);

    /**
     * The changes to a user, the latest first.
     *
     * @param limit most of them
     */
    List<AdminChange> of(String passageId, int limit);
}
