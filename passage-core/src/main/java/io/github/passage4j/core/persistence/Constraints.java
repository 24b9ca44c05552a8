package io.github.passage4j.core.persistence;

import java.sql.SQLException;
import java.util.stream.Stream;

/** What the database does not let in. */
public final class Constraints {

    /** SQLSTATE class "integrity constraint violation" (ISO/IEC 9075-2 §24.1). */
    private static final String VIOLATION = "23";

    private Constraints() {}

    /** Whether a statement failed because what it would have stored breaks a constraint of the database. */
    public static boolean isViolatedBy(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .map(cause -> ((SQLException) cause).getSQLState())
                .anyMatch(state -> state != null && state.startsWith(VIOLATION));
    }
}
