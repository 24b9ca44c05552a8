package io.github.passage4j.core.administration;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** The second row of a change: what became of it. */
@Entity
@Table(name = "admin_change_outcome")
class EndedChange {

    @Id
    @Column(name = "change_id", updatable = false, length = 36)
    private String changeId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false, length = 32)
    private Outcome outcome;

    @Column(name = "ended_at", nullable = false, updatable = false)
    private Instant endedAt;

    /** For the persistence provider. */
    @SuppressWarnings("NullAway.Init")
    protected EndedChange() {}

    EndedChange(UUID changeId, Outcome outcome, Instant now) {
        this.changeId = changeId.toString();
        this.outcome = outcome;
        this.endedAt = now.truncatedTo(ChronoUnit.MICROS);
    }

    Outcome outcome() {
        return outcome;
    }
}
