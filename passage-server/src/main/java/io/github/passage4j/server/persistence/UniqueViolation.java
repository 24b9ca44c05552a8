package io.github.passage4j.server.persistence;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Recognises that a row was refused because another one holds its unique key (SQL state 23505). */
public final class UniqueViolation {

    private static final String SQL_STATE = "23505";

    private UniqueViolation() {}

    /** Tells whether a violated unique key is among the causes of a failure. */
    public static boolean caused(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && SQL_STATE.equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
