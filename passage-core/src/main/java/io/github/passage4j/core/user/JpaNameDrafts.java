package io.github.passage4j.core.user;

import io.github.passage4j.core.config.PassageClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Drafts in the app's database. */
@ApplicationScoped
public class JpaNameDrafts implements NameDrafts {

    @PersistenceContext(unitName = "passage-app")
    EntityManager entityManager;

    private final Users users;
    private final Clock clock;

    @Inject
    public JpaNameDrafts(Users users, @PassageClock Clock clock) {
        this.users = users;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway") // only the proxy of the container uses it
    protected JpaNameDrafts() {
        this.users = null;
        this.clock = null;
    }

    @Override
    @Transactional
    public void keep(String identifier, String name) {
        Instant now = clock.instant();
        entityManager
                .createQuery("DELETE FROM NameDraft d WHERE d.keptAt < :oldest")
                .setParameter("oldest", now.minus(LIFE))
                .executeUpdate();
        find(identifier)
                .ifPresentOrElse(
                        draft -> draft.retype(name, now),
                        () -> entityManager.persist(new NameDraft(identifier, name, now)));
    }

    @Override
    @Transactional
    public Optional<String> complete(User row, String identifier) {
        if (row.name() != null || identifier.isBlank()) {
            return Optional.ofNullable(row.name());
        }
        return find(identifier).flatMap(draft -> {
            entityManager.remove(draft);
            return draft.keptAt().isBefore(clock.instant().minus(LIFE)) ? Optional.empty() : give(row, draft.name());
        });
    }

    /** Somebody who named the row at the same moment knew better. */
    private Optional<String> give(User row, String name) {
        try {
            return users.rename(row.passageId(), name, row.version()).map(User::name);
        } catch (UserChangedException e) {
            return users.findByPassageId(row.passageId()).map(User::name);
        }
    }

    private Optional<NameDraft> find(String identifier) {
        return Optional.ofNullable(
                entityManager.find(NameDraft.class, NameDraft.hash(identifier), LockModeType.PESSIMISTIC_WRITE));
    }
}
