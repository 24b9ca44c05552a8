package io.github.passage4j.core.user;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The app's row for one Passage user. Two are equal when they belong to the same Passage user.
 *
 * <p>Times are kept to the microsecond, which is what both databases store.
 */
@Entity
@Table(name = "app_user")
public class User {

    static final int MAX_PASSAGE_ID_LENGTH = 64;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "passage_id", nullable = false, updatable = false, unique = true, length = MAX_PASSAGE_ID_LENGTH)
    private String passageId;

    @Column(length = 2 * DisplayName.MAX_LENGTH)
    private @Nullable String name;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "updated_at", nullable = false)
    private Instant updatedAt;

    @Version
    private long version;

    /** For the persistence provider. */
    @SuppressWarnings("NullAway.Init")
    protected User() {}

    private User(String passageId, @Nullable String name, Instant now) {
        this.passageId = passageId;
        this.name = name;
        this.createdAt = now.truncatedTo(ChronoUnit.MICROS);
        this.updatedAt = this.createdAt;
    }

    /**
     * A new row, not stored yet.
     *
     * @param passageId Passage user id
     * @param name as typed; {@code null} when it is not known (yet)
     * @param now the time of creation
     * @throws InvalidNameException when the name breaks a rule of {@link DisplayName}
     */
    public static User create(String passageId, @Nullable String name, Instant now) {
        return new User(passageId, name == null ? null : InvalidNameException.check(name), now);
    }

    /**
     * Gives the user another name, or none. The same name again changes nothing.
     *
     * @param typed as typed; {@code null} takes the name away
     * @param now the time of the change
     * @throws InvalidNameException when the name breaks a rule of {@link DisplayName}
     */
    public void rename(@Nullable String typed, Instant now) {
        String checked = typed == null ? null : InvalidNameException.check(typed);
        if (!Objects.equals(checked, name)) {
            name = checked;
            updatedAt = now.truncatedTo(ChronoUnit.MICROS);
        }
    }

    /** The row's number; {@code null} until it is stored. */
    public @Nullable Long id() {
        return id;
    }

    /** The Passage user id. */
    public String passageId() {
        return passageId;
    }

    /** The name, or {@code null} when none was given. */
    public @Nullable String name() {
        return name;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    /** Counts the changes of the row (optimistic locking). */
    public long version() {
        return version;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof User user && passageId().equals(user.passageId());
    }

    @Override
    public int hashCode() {
        return passageId().hashCode();
    }

    @Override
    public String toString() {
        return "User[id=" + id + ", version=" + version + "]";
    }
}
