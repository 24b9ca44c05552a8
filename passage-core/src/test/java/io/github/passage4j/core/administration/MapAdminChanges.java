package io.github.passage4j.core.administration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The record in memory. */
public final class MapAdminChanges implements AdminChanges {

    private final Map<UUID, AdminChange> changes = new LinkedHashMap<>();

    @Override
    public void begin(ChangeRequest request, @Nullable String passkeyName, Instant now) {
        AdminChange change = new AdminChange(
                request.id(),
                request.administrator(),
                request.action(),
                request.passageId(),
                request.passkeyId(),
                passkeyName,
                now,
                Outcome.UNKNOWN);
        if (changes.putIfAbsent(request.id(), change) != null) {
            throw new ChangeExistsException(new IllegalStateException("known"));
        }
    }

    @Override
    public void end(UUID id, Outcome outcome, Instant now) {
        changes.computeIfPresent(
                id,
                (known, change) -> new AdminChange(
                        id,
                        change.administrator(),
                        change.action(),
                        change.passageId(),
                        change.passkeyId(),
                        change.passkeyName(),
                        change.begunAt(),
                        outcome));
    }

    @Override
    public Optional<AdminChange> find(UUID id) {
        return Optional.ofNullable(changes.get(id));
    }

    @Override
    public List<AdminChange> of(String passageId, int limit) {
        List<AdminChange> found = new ArrayList<>();
        changes.values().stream()
                .filter(change -> change.passageId().equals(passageId))
                .forEach(change -> found.add(0, change));
        return found.subList(0, Math.min(limit, found.size()));
    }
}
