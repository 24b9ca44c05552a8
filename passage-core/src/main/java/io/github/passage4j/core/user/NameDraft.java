package io.github.passage4j.core.user;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A name that somebody typed who was about to register with an e-mail address or phone number. */
@Entity
@Table(name = "name_draft")
class NameDraft {

    @Id
    @Column(name = "identifier_hash", length = 64)
    private String identifierHash;

    @Column(nullable = false, length = 2 * DisplayName.MAX_LENGTH)
    private String name;

    @Column(name = "kept_at", nullable = false)
    private Instant keptAt;

    /** For the persistence provider. */
    @SuppressWarnings("NullAway.Init")
    protected NameDraft() {}

    /**
     * Makes a draft.
     *
     * @param identifierHash as {@link AddressKey} gives it
     */
    NameDraft(String identifierHash, String name, Instant now) {
        this.identifierHash = identifierHash;
        this.name = InvalidNameException.check(name);
        this.keptAt = now.truncatedTo(ChronoUnit.MICROS);
    }

    private NameDraft(NameDraft other) {
        this.identifierHash = other.identifierHash;
        this.name = other.name;
        this.keptAt = other.keptAt;
    }

    /** The same draft for another try to store it: one that failed may leave its marks on what it stored. */
    NameDraft copy() {
        return new NameDraft(this);
    }

    /** Replaces what was typed before. */
    void retype(NameDraft later) {
        name = later.name;
        keptAt = later.keptAt;
    }

    String identifierHash() {
        return identifierHash;
    }

    String name() {
        return name;
    }

    Instant keptAt() {
        return keptAt;
    }
}
