package io.github.passage4j.core.administration;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change as it is recorded.
 *
 * @param id of the request
 * @param administrator Passage user id of who asked
 * @param action what was to be done
 * @param passageId Passage user id of whom it was done to
 * @param passkeyId Passage's id of the passkey, {@code null} when the change was about none
 * @param passkeyName what its owner called it then, {@code null} when that was not known
 * @param begunAt when it was asked for
 * @param outcome what became of it
 */
public record AdminChange(
        UUID id,
        String administrator,
        AdminAction action,
        String passageId,
        @Nullable String passkeyId,
        @Nullable String passkeyName,
        Instant begunAt,
        Outcome outcome) {}
