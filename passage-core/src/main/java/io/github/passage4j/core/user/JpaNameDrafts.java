package io.github.passage4j.core.user;

import io.github.passage4j.core.config.PassageClock;
import io.github.passage4j.core.config.PassageConfig;
import io.github.passage4j.core.persistence.LostRace;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Drafts in the app's database. */
@ApplicationScoped
public class JpaNameDrafts implements NameDrafts {

    /** Whoever lost a race finds the winner's row the next time; the third is for those whom a deadlock hit then. */
    private static final int TRIES = 3;

    private final StoredNameDrafts stored;
    private final Users users;
    private final @Nullable AddressKey addressKey;
    private final Clock clock;

    @Inject
    public JpaNameDrafts(StoredNameDrafts stored, Users users, PassageConfig config, @PassageClock Clock clock) {
        this.stored = stored;
        this.users = users;
        this.addressKey = config.apiKey() == null ? null : new AddressKey(config.apiKey());
        this.clock = clock;
    }

    @SuppressWarnings("NullAway") // only the proxy of the container uses it
    protected JpaNameDrafts() {
        this.stored = null;
        this.users = null;
        this.addressKey = null;
        this.clock = null;
    }

    @Override
    public void keep(String identifier, String name) {
        if (addressKey == null) {
            InvalidNameException.check(name);
            return;
        }
        NameDraft draft = new NameDraft(addressKey.of(identifier), name, clock.instant());
        for (int attempt = 1; ; attempt++) {
            try {
                stored.keep(draft);
                return;
            } catch (PersistenceException e) {
                if (attempt == TRIES || !LostRace.isCauseOf(e)) {
                    throw e;
                }
            }
        }
    }

    @Override
    @Transactional
    public Optional<String> complete(User row, String identifier) {
        if (row.name() != null || identifier.isBlank() || addressKey == null) {
            return Optional.ofNullable(row.name());
        }
        return stored.take(addressKey.of(identifier))
                .flatMap(draft -> isOver(draft) ? Optional.empty() : give(row, draft.name()));
    }

    private boolean isOver(NameDraft draft) {
        Instant oldest = clock.instant().minus(LIFE);
        return draft.keptAt().isBefore(oldest);
    }

    /** Somebody who named the row at the same moment knew better. */
    private Optional<String> give(User row, String name) {
        try {
            return users.rename(row.passageId(), name, row.version()).map(User::name);
        } catch (UserChangedException e) {
            return users.findByPassageId(row.passageId()).map(User::name);
        }
    }
}
