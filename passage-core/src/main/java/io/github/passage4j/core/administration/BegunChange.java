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
import org.jspecify.annotations.Nullable;

/** The first row of a change: who asked for what. */
@Entity
@Table(name = "admin_change")
class BegunChange {

    static final int MAX_PASSKEY_NAME_LENGTH = 200;

    @Id
    @Column(updatable = false, length = 36)
    private String id;

    @Column(nullable = false, updatable = false, length = 64)
    private String administrator;

    @Enumerated(EnumType.STRING)
    @Column(name = "change_kind", nullable = false, updatable = false, length = 32)
    private AdminAction action;

    @Column(name = "passage_id", nullable = false, updatable = false, length = 64)
    private String passageId;

    @Column(name = "passkey_id", updatable = false, length = 64)
    private @Nullable String passkeyId;

    @Column(name = "passkey_name", updatable = false, length = MAX_PASSKEY_NAME_LENGTH)
    private @Nullable String passkeyName;

    @Column(name = "begun_at", nullable = false, updatable = false)
    private Instant begunAt;

    /** For the persistence provider. */
    @SuppressWarnings("NullAway.Init")
    protected BegunChange() {}

    BegunChange(ChangeRequest request, @Nullable String passkeyName, Instant now) {
        this.id = request.id().toString();
        this.administrator = request.administrator();
        this.action = request.action();
        this.passageId = request.passageId();
        this.passkeyId = request.passkeyId();
        this.passkeyName = passkeyName == null ? null : shortened(passkeyName);
        this.begunAt = now.truncatedTo(ChronoUnit.MICROS);
    }

    /** Passage may know names that are longer than ours. */
    private static String shortened(String name) {
        if (name.length() <= MAX_PASSKEY_NAME_LENGTH) {
            return name;
        }
        int end = Character.isHighSurrogate(name.charAt(MAX_PASSKEY_NAME_LENGTH - 1))
                ? MAX_PASSKEY_NAME_LENGTH - 1
                : MAX_PASSKEY_NAME_LENGTH;
        return name.substring(0, end);
    }

    /** The whole change; without an end its outcome is unknown. */
    AdminChange with(@Nullable EndedChange end) {
        return new AdminChange(
                UUID.fromString(id),
                administrator,
                action,
                passageId,
                passkeyId,
                passkeyName,
                begunAt,
                end == null ? Outcome.UNKNOWN : end.outcome());
    }
}
