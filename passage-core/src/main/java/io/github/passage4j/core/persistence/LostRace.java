package io.github.passage4j.core.persistence;

import java.sql.SQLException;
import java.util.stream.Stream;

/** Recognises that a change failed because another transaction was faster, and that it makes sense to try again. */
public final class LostRace {

    /** SQLSTATE class "transaction rollback" (ISO/IEC 9075-2 §24.1): the database chose this one to end a deadlock. */
    private static final String ROLLBACK = "40";

    private LostRace() {}

    /** Whether a violated constraint or the end of a deadlock is among the causes of a failure. */
    public static boolean isCauseOf(Throwable failure) {
        return Constraints.isViolatedBy(failure)
                || Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                        .filter(SQLException.class::isInstance)
                        .map(cause -> ((SQLException) cause).getSQLState())
                        .anyMatch(state -> state != null && state.startsWith(ROLLBACK));
    }
}
